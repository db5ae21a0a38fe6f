package io.onewindow.engine;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Holds an answer in JSON back until it has been looked at; everything else passes through. */
final class HeldJsonResponse extends HttpServletResponseWrapper {

  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private PrintWriter writer;

  HeldJsonResponse(HttpServletResponse response) {
    super(response);
  }

  /** What was held back; empty when nothing was. */
  byte[] body() {
    if (writer != null) {
      writer.flush();
    }
    return held.toByteArray();
  }

  private boolean isJson() {
    String type = getContentType();
    return type != null && type.contains("json");
  }

  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!isJson()) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public void setHeader(String name, String value) {
    if (!isLengthOfHeld(name)) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (!isLengthOfHeld(name)) {
      super.addHeader(name, value);
    }
  }

  private boolean isLengthOfHeld(String header) {
    return isJson() && "Content-Length".equalsIgnoreCase(header);
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!isJson()) {
      super.flushBuffer();
    }
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return isJson() ? new Holding() : super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (!isJson()) {
      return super.getWriter();
    }
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(held, StandardCharsets.UTF_8));
    }
    return writer;
  }

  private final class Holding extends ServletOutputStream {
    @Override
    public void write(int one) {
      held.write(one);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      held.write(bytes, from, length);
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("answers that are held back are not asynchronous");
    }
  }
}
