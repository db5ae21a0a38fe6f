package io.onewindow.access;

/** Why a session was ended by somebody else than who it belongs to, in words for that person. */
enum WhyEnded {
  ANOTHER_SIGN_IN("您的账号刚在别处登录，同时登录已达上限，最早登录的这一处已退出。不是您本人登录的，请立即修改密码，并告诉系统管理员。"),
  PLATFORM("统一身份认证平台结束了您的登录，请重新登录。"),
  ACCOUNT("您的账号已停用，或者密码已更改，请用新密码重新登录；有疑问的，请联系系统管理员。");

  private final String sentence;

  WhyEnded(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  /** As it stands in addresses. */
  String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
