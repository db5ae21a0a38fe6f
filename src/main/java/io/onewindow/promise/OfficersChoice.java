package io.onewindow.promise;

import java.util.List;

/**
 * What the signed-in person may do to a case's clocks now.
 *
 * @param pauseKinds why the clocks may be stopped; empty when nothing may be
 * @param resumable pauses the person may end
 * @param longestExtension working days by which the law's limit may be extended; 0 for none
 * @param extensionArticle law and article that allow it, null for none
 * @param extensionBy who must approve it, null for none
 */
public record OfficersChoice(
    List<PauseKind> pauseKinds,
    List<Pause> resumable,
    int longestExtension,
    String extensionArticle,
    String extensionBy) {}
