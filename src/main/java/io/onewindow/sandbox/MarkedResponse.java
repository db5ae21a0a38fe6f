package io.onewindow.sandbox;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Holds an HTML page back until it is whole, and puts the mark of the drill into it. */
final class MarkedResponse extends HttpServletResponseWrapper {

  private static final String HTML = "text/html";
  private static final String TITLE = "<title>";
  private static final String BODY_ENDS = "</body>";
  private static final String MARK =
      """
      <link rel="stylesheet" href="/drill/banner.css">\
      <div class="ow-drill" role="note"><a href="/drill/">演练</a> 本系统为演练环境，办件、文书、人名均为虚构，不具有法律效力</div>
      """;

  private ByteArrayOutputStream page;
  private ServletOutputStream held;
  private PrintWriter writer;

  MarkedResponse(HttpServletResponse response) {
    super(response);
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (!isPage()) {
      return super.getOutputStream();
    }
    if (held == null) {
      held = holding();
    }
    return held;
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    if (!isPage()) {
      return super.getWriter();
    }
    if (writer == null) {
      writer = new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
    }
    return writer;
  }

  private boolean isPage() {
    return held != null || getContentType() != null && getContentType().startsWith(HTML);
  }

  /** The length of a page is known only when it is marked. */
  @Override
  public void setContentLength(int length) {
    if (!isPage()) {
      super.setContentLength(length);
    }
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!isPage()) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!isPage()) {
      super.flushBuffer();
    }
  }

  /** What was held back is thrown away. */
  @Override
  public void resetBuffer() {
    super.resetBuffer();
    if (page != null) {
      page.reset();
    }
  }

  /** Sends the marked page, if it is one. */
  void finish() throws IOException {
    if (writer != null) {
      writer.flush();
    }
    if (page != null && page.size() > 0) {
      byte[] marked = marked(page.toString(StandardCharsets.UTF_8));
      getResponse().setContentLength(marked.length);
      getResponse().getOutputStream().write(marked);
    }
  }

  private static byte[] marked(String html) {
    int end = html.lastIndexOf(BODY_ENDS);
    String whole = end < 0 ? html + MARK : html.substring(0, end) + MARK + html.substring(end);
    return whole.replaceFirst(TITLE, TITLE + "【演练】").getBytes(StandardCharsets.UTF_8);
  }

  private ServletOutputStream holding() {
    page = new ByteArrayOutputStream();
    return new ServletOutputStream() {
      @Override
      public void write(int one) {
        page.write(one);
      }

      @Override
      public void write(byte[] some, int from, int length) {
        page.write(some, from, length);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException("pages are written at once");
      }
    };
  }
}
