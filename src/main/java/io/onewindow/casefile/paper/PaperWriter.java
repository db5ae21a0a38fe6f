package io.onewindow.casefile.paper;

import io.onewindow.casefile.CaseHappened;
import io.onewindow.casefile.CaseRecord;
import io.onewindow.casefile.ServiceNames;
import io.onewindow.promise.LimitExtended;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Writes what each paper says. Articles are those of the law in force on 2026-01-01; where a
 * service's own law says more, its decision names it in the reason.
 */
@Component
class PaperWriter {

  private static final String LICENSING = "《中华人民共和国行政许可法》";

  private final Issuer issuer;
  private final ServiceNames services;
  private final CaseLimits limits;
  private final PaperSettings settings;

  PaperWriter(Issuer issuer, ServiceNames services, CaseLimits limits, PaperSettings settings) {
    this.issuer = issuer;
    this.services = services;
    this.limits = limits;
    this.settings = settings;
  }

  /** 收件回执, from which the five days of 行政许可法第三十二条 count; also for what is supplied later. */
  PaperContent receipt(String number, CaseHappened event) {
    boolean supplement = event.kind() == CaseHappened.Kind.SUPPLEMENTED;
    Draft draft = draft(PaperKind.RECEIPT, number, event.file(), event.at());
    return draft
        .fact(supplement ? "补正收件时间" : "收件时间", ChineseTime.minute(event.at()))
        .text((supplement ? "本机关已收到您提交的补正材料" : "本机关已收到您提交的申请材料") + "，特此出具回执。本回执表明材料已经收到，不表示申请已被受理。")
        .text(grounds(event).receipt())
        .remark("凭受理编号和查询码可以查询办理进度、补交材料、下载文书。查询码请勿告知他人；遗失的，可凭有效证件到窗口重新打印本回执。")
        .withQueryCode();
  }

  /** 一次性告知书 with everything that is missing. */
  PaperContent notice(String number, CaseHappened event) {
    return draft(PaperKind.NOTICE, number, event.file(), event.at())
        .text(grounds(event).notice())
        .items(event.details().get(CaseHappened.ITEMS))
        .closing(grounds(event).afterNotice())
        .content();
  }

  /** 受理通知书 with the promised and the statutory end of the time allowed. */
  PaperContent acceptance(String number, CaseHappened event) {
    CaseRecord file = event.file();
    Draft draft =
        draft(PaperKind.ACCEPTANCE, number, file, event.at())
            .fact("受理时间", ChineseTime.minute(file.acceptedAt()));
    limits.tell(file, draft);
    draft.text(
        limits.isDeemedAccepted(file)
            ? "本机关未在五个工作日内告知需要补正的内容，依据" + LICENSING + "第三十二条第一款第四项，您的申请自收到申请材料之日起即为受理。"
            : grounds(event).acceptance());
    return draft.text(grounds(event).notCounted()).content();
  }

  /** 不予受理决定书. */
  PaperContent notAccepted(String number, CaseHappened event) {
    return draft(PaperKind.NOT_ACCEPTED, number, event.file(), event.at())
        .text(grounds(event).notAccepted())
        .text(event.details().get(CaseHappened.REASON))
        .closing(grounds(event).remedies())
        .content();
  }

  /** 延长办理期限通知书: the applicant must be told the reason (行政许可法第四十二条). */
  PaperContent extension(String number, CaseRecord file, LimitExtended event) {
    return draft(PaperKind.EXTENSION, number, file, event.at())
        .fact("延长期限", event.workingDays() + " 个工作日")
        .fact("延长后法定届满", ChineseTime.minute(event.statutoryDueAt()))
        .text("您的申请正在办理。因下列理由，经" + event.approvedBy() + "批准，延长法定办理期限：")
        .text(event.reason())
        .closing("依据：" + event.law() + "。")
        .closing("本机关对外承诺的办理时限不因本次延长而改变。")
        .content();
  }

  /** 不予行政许可决定书 with reason and remedies (行政许可法第三十八条第二款). */
  PaperContent refusal(String number, CaseHappened event) {
    return draft(PaperKind.REFUSAL, number, event.file(), event.at())
        .text(grounds(event).refused())
        .text(event.details().get(CaseHappened.REASON))
        .closing(grounds(event).remedies())
        .content();
  }

  /** 办理结果告知单: tells the result; the licence itself is another document. */
  PaperContent result(String number, CaseHappened event) {
    String name = event.details().get(CaseHappened.RESULT_NAME);
    String part = event.details().get(CaseHappened.PART_OF_CASE);
    String service = part == null ? event.file().service() : part;
    Draft draft =
        draft(PaperKind.RESULT, number, event.file(), service, event.at())
            .fact("办理结果", name)
            .fact("证照编号", event.details().get(CaseHappened.RESULT_NO))
            .fact("签发时间", ChineseTime.minute(event.at()))
            .text(part == null ? "您的申请已经办结，结果如上。" : "您的申请中的本事项已经办结，结果如上；其余环节继续办理。");
    String conditions = event.details().get(CaseHappened.ITEMS);
    if (conditions != null) {
      draft.text("下列内容请按期完善，期满由出具意见的部门核实：").items(conditions);
    }
    return draft
        .remark("本单由一窗系统依据办件结果生成，供告知和核验使用，不是“" + name + "”的法定原件，不能代替原件使用；电子证照以发证机关签发的为准。")
        .content();
  }

  /** 撤回申请确认书. */
  PaperContent withdrawal(String number, CaseHappened event) {
    String reason = event.details().getOrDefault(CaseHappened.REASON, "");
    Draft draft =
        draft(PaperKind.WITHDRAWAL, number, event.file(), event.at())
            .fact("撤回时间", ChineseTime.minute(event.at()))
            .text("应您的请求，本机关确认您已撤回上述申请，本办件终止办理。");
    if (!reason.isBlank()) {
      draft.text("撤回理由：" + reason);
    }
    return draft.closing("您可以重新提出申请。").content();
  }

  private Grounds grounds(CaseHappened event) {
    return settings.grounds(event.file().service());
  }

  private Draft draft(PaperKind kind, String number, CaseRecord file, Instant at) {
    return draft(kind, number, file, file.service(), at);
  }

  /**
   * @param service whose department issues the paper
   */
  private Draft draft(PaperKind kind, String number, CaseRecord file, String service, Instant at) {
    String author = issuer.of(file.jurisdiction(), service);
    Grounds grounds = settings.grounds(service);
    String title = kind == PaperKind.REFUSAL ? grounds.refusalTitle() : kind.title();
    return new Draft(title, author, number, grounds.seal(), file, at)
        .fact("受理编号", file.receiptNo())
        .fact("办理事项", services.of(service))
        .fact("申请内容", file.subject());
  }
}
