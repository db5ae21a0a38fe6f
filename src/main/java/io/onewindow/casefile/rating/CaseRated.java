package io.onewindow.casefile.rating;

import io.onewindow.casefile.CaseRecord;

/** An applicant has rated a case. Published inside the transaction that records it. */
public record CaseRated(CaseRecord file, Rating rating) {}
