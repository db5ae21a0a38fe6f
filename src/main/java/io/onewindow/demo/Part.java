package io.onewindow.demo;

/**
 * What one person has to do in a play.
 *
 * @param turn 1 for the case's first task of this kind
 */
record Part(Work work, PlayedCase theCase, int turn, Script.Step step, Actors.Actor person) {

  long number() {
    return theCase.number();
  }
}
