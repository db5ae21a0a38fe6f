package io.onewindow.faults;

import io.onewindow.face.Face;

/**
 * A clerk with an account.
 *
 * @param group whose tasks the clerk works on
 */
public record Person(String id, String password, String group, String jurisdiction) {

  String authorization() {
    return Face.basic(id + ":" + password);
  }
}
