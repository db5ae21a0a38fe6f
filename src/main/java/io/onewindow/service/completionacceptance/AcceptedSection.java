package io.onewindow.service.completionacceptance;

/**
 * What has been accepted already.
 *
 * @param sectionName as it was written; empty for the whole project
 * @param opinionNo number of the joint opinion
 */
record AcceptedSection(String sectionName, String opinionNo) {

  String describe() {
    return sectionName.isEmpty() ? "本项目整体" : "本项目“" + sectionName + "”";
  }
}
