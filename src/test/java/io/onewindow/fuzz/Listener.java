package io.onewindow.fuzz;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/** Hears whoever calls: nobody must, whatever addresses stand in what is sent. */
final class Listener implements AutoCloseable {

  private final ServerSocket door;
  private final AtomicInteger calls = new AtomicInteger();

  Listener() throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread waiting = new Thread(this::listen, "listener");
    waiting.setDaemon(true);
    waiting.start();
  }

  private void listen() {
    while (!door.isClosed()) {
      try (Socket caller = door.accept()) {
        calls.incrementAndGet();
      } catch (IOException closed) {
        return;
      }
    }
  }

  int port() {
    return door.getLocalPort();
  }

  int calls() {
    return calls.get();
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
