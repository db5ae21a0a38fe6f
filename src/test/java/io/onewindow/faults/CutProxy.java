package io.onewindow.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a node and the database and does to their connections what a bad network does:
 * cuts, leaves half open, or lets nobody through.
 */
public final class CutProxy implements AutoCloseable {

  /** What happens to a packet that the node sends. */
  private enum Fate {
    PASSES,
    /** Both sides see the end at once. */
    IS_CUT,
    /** Nothing passes any more in either direction, and neither side is told. */
    IS_HELD
  }

  private static final int BUFFER = 65_536;

  private final ServerSocket door;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final Random random;
  private final AtomicLong cut = new AtomicLong();
  private final AtomicLong held = new AtomicLong();
  private final AtomicLong packets = new AtomicLong();
  private volatile InetSocketAddress target;
  private volatile int cutPerMille;
  private volatile int heldPerMille;
  private volatile boolean away;
  private volatile boolean silent;

  /**
   * @param target port of the database on this machine
   * @param seed of what happens to which packet
   */
  public CutProxy(int target, long seed) {
    this.random = new Random(seed);
    leadTo(target);
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    begin("proxy-door", this::admit);
  }

  public int port() {
    return door.getLocalPort();
  }

  /** Where new connections lead from now on, such as to a standby that became the primary. */
  public void leadTo(int newTarget) {
    target = new InetSocketAddress(InetAddress.getLoopbackAddress(), newTarget);
  }

  /**
   * So many of a thousand packets from the node cut their connection, so many leave it half open.
   */
  public void disturb(int newCutPerMille, int newHeldPerMille) {
    cutPerMille = newCutPerMille;
    heldPerMille = newHeldPerMille;
  }

  /** Cuts every connection and refuses new ones: the database is away. */
  public void away() {
    away = true;
    links.forEach(Link::cut);
  }

  /** Nothing passes any more and nobody is told; new connections are taken and never answered. */
  public void fallSilent() {
    silent = true;
    links.forEach(Link::hold);
  }

  /** New connections pass again; what is half open stays so, and still nobody is told. */
  public void letNewOnesPass() {
    disturb(0, 0);
    silent = false;
  }

  /** Everything passes again; what was half open is cut. */
  public void heal() {
    disturb(0, 0);
    away = false;
    silent = false;
    links.stream().filter(Link::isHeld).forEach(Link::cut);
  }

  /** Connections that are open at present. */
  public int open() {
    return links.size();
  }

  public long cuts() {
    return cut.get();
  }

  public long holds() {
    return held.get();
  }

  public long packets() {
    return packets.get();
  }

  @Override
  public void close() {
    links.forEach(Link::cut);
    try {
      door.close();
    } catch (IOException alreadyClosed) {
      throw new UncheckedIOException(alreadyClosed);
    }
  }

  private static void begin(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void admit() {
    while (!door.isClosed()) {
      try {
        Socket node = door.accept();
        if (away) {
          node.close();
        } else {
          open(node);
        }
      } catch (IOException nobodyThere) {
        // the door was closed, or the database refuses: the node has been told
      }
    }
  }

  private void open(Socket node) throws IOException {
    Socket database = new Socket();
    try {
      database.connect(target);
    } catch (IOException unreachable) {
      node.close();
      throw unreachable;
    }
    node.setTcpNoDelay(true);
    database.setTcpNoDelay(true);
    Link link = new Link(node, database);
    links.add(link);
    if (silent) {
      link.hold();
    }
    begin("proxy-to-database", () -> link.pass(node, database, true));
    begin("proxy-to-node", () -> link.pass(database, node, false));
  }

  private Fate fate() {
    packets.incrementAndGet();
    int drawn;
    synchronized (random) {
      drawn = random.nextInt(1000);
    }
    if (drawn < cutPerMille) {
      return Fate.IS_CUT;
    }
    return drawn < cutPerMille + heldPerMille ? Fate.IS_HELD : Fate.PASSES;
  }

  /** One connection with its two ends. */
  private final class Link {

    private final Socket node;
    private final Socket database;
    private volatile boolean isHeld;

    Link(Socket node, Socket database) {
      this.node = node;
      this.database = database;
    }

    void hold() {
      isHeld = true;
    }

    boolean isHeld() {
      return isHeld;
    }

    /** Ends both sides with a reset, as a firewall does. */
    void cut() {
      links.remove(this);
      for (Socket end : new Socket[] {node, database}) {
        try {
          end.setSoLinger(true, 0);
          end.close();
        } catch (IOException closedAlready) {
          // what is closed needs no cutting
        }
      }
    }

    void pass(Socket from, Socket to, boolean fromNode) {
      byte[] buffer = new byte[BUFFER];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (!isHeld && fromNode) {
            suffer();
          }
          if (!isHeld) {
            out.write(buffer, 0, read);
          }
        }
      } catch (IOException ended) {
        // by this or the other side
      }
      end(from);
    }

    /** Of a connection that is half open the other side is not told. */
    private void end(Socket gone) {
      if (!isHeld) {
        cut();
        return;
      }
      try {
        gone.close();
      } catch (IOException closedAlready) {
        // what is closed needs no closing
      }
    }

    private void suffer() throws IOException {
      switch (fate()) {
        case IS_CUT -> {
          cut.incrementAndGet();
          throw new IOException("cut");
        }
        case IS_HELD -> {
          held.incrementAndGet();
          hold();
        }
        case PASSES -> {}
      }
    }
  }
}
