package io.onewindow.casefile.rating;

import io.onewindow.calendar.Term;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param within how long after handing out a case can be rated; 鲁政办发〔2020〕10号 gives those who did
 *     not rate on the spot five working days
 */
@ConfigurationProperties("onewindow.rating")
record RatingSettings(@DefaultValue("5 WORKING_DAY") String within) {

  Term term() {
    return Term.parse(within);
  }
}
