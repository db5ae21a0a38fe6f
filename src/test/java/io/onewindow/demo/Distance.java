package io.onewindow.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Puts a distance between whoever connects and a database on this machine: all that is sent, either
 * way, arrives that much later, however much it is.
 */
final class Distance implements AutoCloseable {

  private static final int BUFFER = 65_536;

  /** What ends a direction. */
  private static final Packet END = new Packet(new byte[0], 0);

  private final ServerSocket door;
  private final int database;
  private final long oneWay;

  /**
   * @param at when it arrives, by {@link System#nanoTime()}
   */
  private record Packet(byte[] bytes, long at) {}

  /**
   * @param database its port on this machine
   * @param oneWay how long everything is under way
   */
  Distance(int database, Duration oneWay) {
    this.database = database;
    this.oneWay = oneWay.toNanos();
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    begin("distance-door", this::admit);
  }

  /** Where the database is far away. */
  int port() {
    return door.getLocalPort();
  }

  /** Nobody else is let in; who is connected stays so. */
  @Override
  public void close() throws IOException {
    door.close();
  }

  private static void begin(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket near = door.accept();
        Socket far = new Socket();
        far.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), database));
        lead(near, far);
        lead(far, near);
      } catch (IOException refused) {
        if (!door.isClosed()) {
          throw new UncheckedIOException(refused);
        }
      }
    }
  }

  private void lead(Socket from, Socket to) throws IOException {
    to.setTcpNoDelay(true);
    BlockingQueue<Packet> underWay = new LinkedBlockingQueue<>();
    begin("distance-in", () -> take(from, underWay));
    begin("distance-out", () -> deliver(underWay, to));
  }

  private void take(Socket from, BlockingQueue<Packet> underWay) {
    byte[] buffer = new byte[BUFFER];
    try (from) {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        underWay.add(new Packet(Arrays.copyOf(buffer, read), System.nanoTime() + oneWay));
      }
    } catch (IOException ended) {
      // by the other side
    } finally {
      underWay.add(END);
    }
  }

  private static void deliver(BlockingQueue<Packet> underWay, Socket to) {
    try (to) {
      OutputStream out = to.getOutputStream();
      for (Packet next = underWay.take(); next != END; next = underWay.take()) {
        for (long left = next.at - System.nanoTime();
            left > 0;
            left = next.at - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        out.write(next.bytes);
      }
    } catch (IOException ended) {
      // by the other side
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
