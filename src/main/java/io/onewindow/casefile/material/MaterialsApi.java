package io.onewindow.casefile.material;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The materials of a case for signed-in programs, under their people's permissions. */
@RestController
@RequestMapping("/api/v1/cases/{receiptNo}/materials")
class MaterialsApi {

  private final MaterialDesk desk;
  private final MaterialDownloads downloads;
  private final ObjectMapper json;

  MaterialsApi(MaterialDesk desk, MaterialDownloads downloads, ObjectMapper json) {
    this.desk = desk;
    this.downloads = downloads;
    this.json = json;
  }

  @GetMapping
  MaterialsView show(@PathVariable String receiptNo) {
    return desk.show(receiptNo);
  }

  /** The body is the file itself; the same content again is the same file. */
  @PostMapping("/{materialId}/files")
  @ResponseStatus(HttpStatus.CREATED)
  MaterialsView.File upload(
      @PathVariable String receiptNo,
      @PathVariable String materialId,
      @RequestParam String name,
      HttpServletRequest request)
      throws IOException {
    if (!"application/octet-stream".equals(request.getContentType())) {
      throw MaterialDesk.wrongBody();
    }
    return desk.upload(
        receiptNo, materialId, name, request.getContentLengthLong(), request.getInputStream());
  }

  /**
   * @param act {@code submission}, {@code commitment}, {@code deferral}, {@code sharing}, {@code
   *     fulfilment} or {@code reversal}
   */
  @PostMapping("/{materialId}/{act}")
  MaterialsView act(
      @PathVariable String receiptNo,
      @PathVariable String materialId,
      @PathVariable String act,
      @RequestBody(required = false) byte[] body) {
    return desk.act(receiptNo, materialId, act, MaterialOrder.read(json, body));
  }

  @PostMapping("/files/{fileId}/withdrawal")
  MaterialsView withdraw(@PathVariable String receiptNo, @PathVariable String fileId) {
    return desk.withdraw(receiptNo, fileId);
  }

  @GetMapping("/files/{fileId}")
  void download(
      @PathVariable String receiptNo, @PathVariable String fileId, HttpServletResponse response)
      throws IOException {
    MaterialFile file = downloads.toDownload(receiptNo, fileId);
    MaterialDownloads.headers(file, false).forEach(response::setHeader);
    downloads.write(file, response.getOutputStream());
  }
}
