package io.onewindow.casefile.material;

import java.time.Instant;

/**
 * A file that was handed in for a material.
 *
 * @param name as the uploader called it
 * @param size bytes
 * @param digest SHA-256 of the content, hexadecimal
 * @param uploadedBy user id, null for the applicant
 * @param removedAt when it was taken back, null while it counts
 */
public record MaterialFile(
    String id,
    String receiptNo,
    String materialId,
    String name,
    FileKind kind,
    long size,
    String digest,
    Instant uploadedAt,
    String uploadedBy,
    Instant removedAt) {}
