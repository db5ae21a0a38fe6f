package io.onewindow.exchange;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which departments have a system of their own that this one speaks with. The times are our own
 * defaults.
 *
 * @param connectTimeout how long a connection may take
 * @param timeout how long a system may take to answer, connection included
 * @param rest how long a system that gave no answer is not asked again by this node, so that one
 *     silent system does not hold all who wait for timers
 * @param systems by a name of the operator's choice, which records show
 */
@ConfigurationProperties("onewindow.exchange")
record ExchangeSettings(
    @DefaultValue("5s") Duration connectTimeout,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("15s") Duration rest,
    @DefaultValue Map<String, Connection> systems) {

  /**
   * One department's system.
   *
   * @param jurisdiction whose cases it gets, e.g. {@code ningyang}
   * @param department its function, e.g. {@code tax}
   * @param address where requests are posted; https, or http on this machine
   * @param token sent as bearer token; null for none
   * @param signingKey signs requests (RFC 9421, hmac-sha256); null for unsigned ones
   * @param answerPassword what it proves itself with when it answers; null where it never does
   * @param steps ids of the tasks it is told of, e.g. {@code userTask_handleTax}
   * @param handOver whether it is told what was approved and is to be supervised
   * @param fields which fields of the case it gets; none but these leave the house
   */
  record Connection(
      String jurisdiction,
      String department,
      URI address,
      String token,
      String signingKey,
      String answerPassword,
      @DefaultValue Set<String> steps,
      @DefaultValue("false") boolean handOver,
      @DefaultValue List<String> fields) {

    /** What is printed of it must not hold its secrets. */
    @Override
    public String toString() {
      return jurisdiction + "/" + department + " " + address;
    }
  }
}
