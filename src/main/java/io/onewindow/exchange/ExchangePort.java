package io.onewindow.exchange;

/**
 * The way to departments' systems. What it delivers may be handed to it again when nobody knows
 * whether it arrived; the receiver tells a repetition by {@link Parcel#requestId()}.
 */
interface ExchangePort {

  /**
   * Delivers it.
   *
   * @throws DeliveryFailed when it did not arrive, or may not have
   */
  void deliver(DepartmentSystem system, Parcel parcel);
}
