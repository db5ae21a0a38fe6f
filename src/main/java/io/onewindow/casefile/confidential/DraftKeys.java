package io.onewindow.casefile.confidential;

import io.onewindow.casefile.paper.PaperKeys;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keys to what somebody has typed and not handed in, which waits in a browser. They are derived
 * anew whenever they are asked for and stored nowhere: every node has the same ones, and a disk
 * without a sign-in has none.
 */
@Component
class DraftKeys {

  private static final String PURPOSE = "onewindow form drafts v1";

  private final PaperKeys secrets;

  DraftKeys(PaperKeys secrets) {
    this.secrets = secrets;
  }

  /**
   * @return 256 bits each, in Base64: first the one to seal with; those after it open what was
   *     sealed under an earlier secret
   */
  List<String> of(String person) {
    return secrets.accepted(PURPOSE, person).stream()
        .map(Base64.getEncoder()::encodeToString)
        .toList();
  }
}
