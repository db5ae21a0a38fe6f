package io.onewindow.service;

import java.util.Optional;

/**
 * The opinions of joint acceptances that this system has issued. What follows an acceptance begins
 * with the opinion, not with its being handed out (聊政办字〔2022〕13号 二(二)26).
 */
public interface JointOpinions {

  /** The opinion of that number, collected or not; empty for one issued elsewhere, or none. */
  Optional<JointOpinion> issued(String opinionNo);
}
