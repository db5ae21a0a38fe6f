package io.onewindow.casefile.material;

import io.onewindow.calendar.Term;
import java.time.Instant;

/**
 * One line of a case's register of materials.
 *
 * @param materialId of the list, e.g. {@code premises}
 * @param name Chinese name
 * @param term how long a commitment or a deferral may last; null for the other requirements
 * @param basisId why the material is needed, an id of the sources; null for our own default
 * @param sourceId why it may be shown this way, an id of the sources; null for our own default
 * @param inheritedFrom the city whose plan says so, null when the jurisdiction's own or everybody's
 * @param actedAt when the state was reached; null while missing
 * @param actedBy user id; null for the applicant
 * @param statement what was committed to, why it was deferred, what was found or handed in
 * @param signedBy who signed the commitment, null otherwise
 * @param dueAt when what is outstanding must be there, null where nothing is
 * @param dueProvisional whether {@code dueAt} lies in a year without a published calendar
 * @param fulfilledAt when what was outstanding came in, null before
 */
public record Material(
    String receiptNo,
    String materialId,
    String name,
    Requirement requirement,
    Term term,
    String basisId,
    String sourceId,
    String inheritedFrom,
    MaterialState state,
    Instant actedAt,
    String actedBy,
    String statement,
    String signedBy,
    Instant dueAt,
    boolean dueProvisional,
    Instant fulfilledAt,
    String fulfilledBy) {

  /** Whether the applicant still owes it without having committed to it. */
  public boolean isMissing() {
    return state == MaterialState.MISSING && requirement != Requirement.SHARED;
  }

  /** Whether a commitment or a deferral waits to be fulfilled. */
  public boolean isOutstanding() {
    return fulfilledAt == null
        && (state == MaterialState.COMMITTED || state == MaterialState.DEFERRED);
  }

  /** The same material in another state, with nothing promised. */
  Material in(MaterialState reached, Instant at, String by, String words) {
    return with(reached, at, by, words, null, null, false, null, null);
  }

  /** The same material, promised until then. */
  Material dueAt(Instant due, boolean provisional, String signer) {
    return with(state, actedAt, actedBy, statement, signer, due, provisional, null, null);
  }

  /** The same material, come in. */
  Material fulfilled(Instant at, String by) {
    return with(state, actedAt, actedBy, statement, signedBy, dueAt, dueProvisional, at, by);
  }

  private Material with(
      MaterialState newState,
      Instant at,
      String by,
      String words,
      String signer,
      Instant due,
      boolean provisional,
      Instant newFulfilledAt,
      String newFulfilledBy) {
    return new Material(
        receiptNo,
        materialId,
        name,
        requirement,
        term,
        basisId,
        sourceId,
        inheritedFrom,
        newState,
        at,
        by,
        words,
        signer,
        due,
        provisional,
        newFulfilledAt,
        newFulfilledBy);
  }
}
