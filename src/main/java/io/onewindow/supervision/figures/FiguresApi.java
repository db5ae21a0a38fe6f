package io.onewindow.supervision.figures;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Figures for programs of supervisors. */
@RestController
@RequestMapping("/api/v1/figures")
class FiguresApi {

  private final Figures figures;

  FiguresApi(Figures figures) {
    this.figures = figures;
  }

  /** See {@link Figures#answer}. */
  @GetMapping("/{name}")
  Object answer(@PathVariable String name, @RequestParam Map<String, String> given) {
    return figures.answer(name, given);
  }

  /** Supervises, asks for reasons, raises or reassigns; all or none. */
  @PostMapping(value = "/supervise", consumes = "application/json")
  Object supervise(@RequestBody SuperviseOrder order) {
    return figures.supervise(order);
  }

  /** Counts everything again; ask {@code progress} how far it has come. */
  @PostMapping("/rebuild")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Object rebuild() {
    return figures.rebuild();
  }
}
