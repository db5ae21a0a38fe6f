package io.onewindow.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Sends bytes to the application as they are: no client of HTTP that would set them right. */
final class Wire {

  private static final int PATIENCE_MILLIS = 120_000;

  private final int port;

  Wire(int port) {
    this.port = port;
  }

  /** One connection, one request, one answer. */
  RawAnswer send(byte[] request) throws IOException {
    long start = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        OutputStream out = socket.getOutputStream();
        out.write(request);
        out.flush();
        socket.shutdownOutput();
      } catch (SocketException refusedBeforeTheEnd) {
        // an answer may be there all the same
      }
      byte[] answer = whole(socket.getInputStream());
      return read(answer, (System.nanoTime() - start) / 1_000_000);
    }
  }

  private static byte[] whole(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in.transferTo(all);
    } catch (SocketException | SocketTimeoutException cutOff) {
      // what came until then is the answer
    }
    return all.toByteArray();
  }

  private static RawAnswer read(byte[] answer, long millis) {
    String text = new String(answer, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return new RawAnswer(0, text, "", millis);
    }
    String head = text.substring(0, end);
    byte[] rest = text.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    boolean chunked =
        head.toLowerCase(java.util.Locale.ROOT).contains("transfer-encoding: chunked");
    byte[] body = chunked ? joined(rest) : rest;
    int status = Integer.parseInt(head.substring(9, 12));
    return new RawAnswer(status, head, new String(body, StandardCharsets.UTF_8), millis);
  }

  private static byte[] joined(byte[] chunks) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    int at = 0;
    while (at < chunks.length) {
      int line = at;
      while (line < chunks.length && chunks[line] != '\r') {
        line++;
      }
      int length =
          Integer.parseInt(
              new String(chunks, at, line - at, StandardCharsets.US_ASCII).strip(), 16);
      if (length == 0) {
        break;
      }
      int here = Math.min(length, chunks.length - line - 2);
      all.write(chunks, line + 2, here);
      at = line + 2 + length + 2;
    }
    return all.toByteArray();
  }
}
