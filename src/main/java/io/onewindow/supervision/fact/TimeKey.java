package io.onewindow.supervision.fact;

import io.onewindow.supervision.Party;
import io.onewindow.supervision.fact.SumKey.Grain;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** Whose time is added up, of which cases. */
record TimeKey(
    Grain grain, LocalDate day, String service, int version, String jurisdiction, Party party) {

  /** The same key always gets the same id. */
  String id() {
    String text =
        String.join(
            "\n",
            grain.code(),
            day.toString(),
            service,
            String.valueOf(version),
            jurisdiction,
            party.kind().name(),
            party.name());
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
