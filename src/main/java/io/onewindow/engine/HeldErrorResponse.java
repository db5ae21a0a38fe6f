package io.onewindow.engine;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/** Passes good answers through untouched and swallows the body of error answers. */
final class HeldErrorResponse extends HttpServletResponseWrapper {

  private int status = SC_OK;

  HeldErrorResponse(HttpServletResponse response) {
    super(response);
  }

  boolean isError() {
    return status >= SC_BAD_REQUEST;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public void setStatus(int newStatus) {
    status = newStatus;
    super.setStatus(newStatus);
  }

  @Override
  public void sendError(int newStatus) {
    setStatus(newStatus);
  }

  @Override
  public void sendError(int newStatus, String message) {
    setStatus(newStatus);
  }

  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!isError()) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public void setHeader(String name, String value) {
    if (!isError() || !"Content-Length".equalsIgnoreCase(name)) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (!isError() || !"Content-Length".equalsIgnoreCase(name)) {
      super.addHeader(name, value);
    }
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!isError()) {
      super.flushBuffer();
    }
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return isError() ? new Nowhere() : super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    return isError() ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
  }

  private static final class Nowhere extends ServletOutputStream {
    @Override
    public void write(int b) {
      // the body of an error answer is replaced by PlainErrorFilter
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("asynchronous error bodies are not written");
    }
  }
}
