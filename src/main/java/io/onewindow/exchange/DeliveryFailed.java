package io.onewindow.exchange;

/** It did not arrive, or nobody knows whether it did. The text holds no personal data. */
final class DeliveryFailed extends RuntimeException {

  /**
   * @param reason in Chinese
   */
  DeliveryFailed(String reason) {
    super(reason);
  }
}
