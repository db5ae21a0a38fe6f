package io.onewindow.face;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Random;

/** Finds a port for a program of its own, or for nobody at all. */
public final class FreePort {

  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 30_000;

  private FreePort() {}

  /** Below those that the system gives to connections, so that none takes it meanwhile. */
  public static int find() {
    return new Random().ints(LOWEST, HIGHEST).filter(FreePort::isFree).findFirst().orElseThrow();
  }

  private static boolean isFree(int port) {
    try (ServerSocket free = new ServerSocket(port)) {
      return free.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
