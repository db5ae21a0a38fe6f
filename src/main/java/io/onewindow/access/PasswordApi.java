package io.onewindow.access;

import io.onewindow.engine.Accounts;
import io.onewindow.problem.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sets one's own password; open to who cannot sign in yet because somebody else has set it. */
@RestController
class PasswordApi {

  private final Accounts accounts;

  PasswordApi(Accounts accounts) {
    this.accounts = accounts;
  }

  /**
   * A change of password.
   *
   * @param password the one that holds now
   */
  record Change(String user, String password, String newPassword) {}

  /**
   * @throws Problem 401 in the words of a sign-in that failed, 400 when the new password will not
   *     do
   */
  @PostMapping("/api/v1/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void change(@RequestBody Change wanted) {
    if (!accounts.areKeptHere()) {
      throw Problem.notFound("not-found", "人员在统一身份认证平台登录，本系统不保管密码；请到该平台修改。");
    }
    required("user", "工号", wanted.user());
    required("password", "原密码", wanted.password());
    required("newPassword", "新密码", wanted.newPassword());
    accounts.change(wanted.user(), wanted.password(), wanted.newPassword());
  }

  private static void required(String key, String label, String value) {
    if (value == null || value.isEmpty()) {
      throw Problem.badField(
          "field-missing", new Problem.Field(key, label, "必填"), "“" + label + "”必填。");
    }
  }
}
