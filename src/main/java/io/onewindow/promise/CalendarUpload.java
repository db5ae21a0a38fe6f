package io.onewindow.promise;

import java.time.LocalDate;

/**
 * A notice as somebody hands it in; nothing of it is checked yet and any part may be null.
 *
 * @param csv the file's text; its heading tells what it arranges
 * @param number document number, e.g. 国办发明电〔2025〕7号
 * @param title title without title marks
 * @param url where the text is published
 * @param jurisdiction whose hall it is for; null for a national year
 * @param effectiveFrom the first day a local notice may arrange; null for the first it names
 * @param replace whether it may take the place of what is published already
 */
public record CalendarUpload(
    String csv,
    String number,
    String title,
    String url,
    String jurisdiction,
    LocalDate effectiveFrom,
    boolean replace) {}
