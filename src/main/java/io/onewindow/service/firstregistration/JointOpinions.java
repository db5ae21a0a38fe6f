package io.onewindow.service.firstregistration;

/**
 * The joint opinions this system has issued. A registration begins with the opinion, not with its
 * being handed out (聊政办字〔2022〕13号 二(二)26).
 */
public interface JointOpinions {

  /** Whether the opinion of that number exists, collected or not. */
  boolean isIssued(String opinionNo);
}
