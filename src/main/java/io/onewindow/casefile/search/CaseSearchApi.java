package io.onewindow.casefile.search;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The search for programs that sign in with each request. */
@RestController
class CaseSearchApi {

  private final CaseSearch search;

  CaseSearchApi(CaseSearch search) {
    this.search = search;
  }

  @GetMapping("/api/v1/cases")
  SearchPage find(@RequestParam String q, @RequestParam(defaultValue = "0") int page) {
    return search.find(q, page);
  }
}
