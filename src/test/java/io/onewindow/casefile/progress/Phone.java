package io.onewindow.casefile.progress;

import io.onewindow.face.Answer;
import io.onewindow.face.Face;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Somebody with the page of one case before them; keeps the cookie as a browser would. */
final class Phone {

  private final Face face;
  private final String receiptNo;
  private String cookie;

  Phone(Face face, String receiptNo) {
    this.face = face;
    this.receiptNo = receiptNo;
  }

  /** Shows a query code; what comes back may be a cookie. */
  Answer shows(String code) {
    Answer answer = post("session", Map.of("code", code));
    if (!answer.header("Set-Cookie").isEmpty()) {
      cookie = answer.header("Set-Cookie").split(";")[0];
    }
    return answer;
  }

  /** Goes on with a cookie of another's making; null for none. */
  Phone with(String otherCookie) {
    cookie = otherCookie;
    return this;
  }

  String cookie() {
    return cookie;
  }

  Answer data() {
    return face.send(request("data").GET());
  }

  Answer post(String path, Object body) {
    return postText(path, face.text(body));
  }

  Answer postText(String path, String body) {
    return face.send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  Answer upload(String material, String fileName, byte[] content) {
    String before =
        """
        --limit\r
        Content-Disposition: form-data; name="material"\r
        \r
        %s\r
        --limit\r
        Content-Disposition: form-data; name="file"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        """
            .formatted(material, fileName);
    return face.send(
        request("materials")
            .header("Content-Type", "multipart/form-data; boundary=limit")
            .POST(
                BodyPublishers.ofByteArrays(
                    List.of(
                        before.getBytes(StandardCharsets.UTF_8),
                        content,
                        "\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8)))));
  }

  Answer get(String path) {
    return face.send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = face.request(null, "/progress/" + receiptNo + "/" + path);
    return cookie == null ? request : request.header("Cookie", cookie);
  }
}
