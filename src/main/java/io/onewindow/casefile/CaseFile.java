package io.onewindow.casefile;

import io.onewindow.casefile.search.CaseIndex;
import io.onewindow.department.Departments;
import io.onewindow.engine.CalledPart;
import io.onewindow.engine.Caller;
import io.onewindow.engine.Callers;
import io.onewindow.problem.Problem;
import io.onewindow.promise.PromiseClock;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The file of each case, kept in step with its process by the model's own events. Everything is
 * written in the engine's transaction: case and file change together or not at all.
 */
@Component("caseFile")
public class CaseFile {

  /** Variables that every service's process has. */
  public static final String RECEIPT_NO = "receiptNo";

  public static final String JURISDICTION = "jurisdiction";
  public static final String MATERIALS_RECEIVED_AT = "materialsReceivedAt";
  private static final String DEEMED_ACCEPTED_AT = "deemedAcceptedAt";
  private static final String CLOCK_STARTS_AT = "clockStartsAt";
  public static final String CHANNEL = "channel";
  private static final String SERVICE_NAME = "serviceName";
  private static final String SUBJECT = "subject";

  /** What may be given at the start beside the fields of the form. */
  public static final Set<String> GIVEN_AT_START = Set.of(JURISDICTION, CHANNEL);

  private final CaseStore cases;
  private final CaseIndex index;
  private final Departments departments;
  private final RepositoryService repository;
  private final Callers callers;
  private final PromiseClock clocks;
  private final CaseInstances instances;
  private final Clock time;
  private final ApplicationEventPublisher happenings;

  CaseFile(
      CaseStore cases,
      CaseIndex index,
      Departments departments,
      RepositoryService repository,
      Callers callers,
      PromiseClock clocks,
      CaseInstances instances,
      Clock time,
      ApplicationEventPublisher happenings) {
    this.cases = cases;
    this.index = index;
    this.departments = departments;
    this.repository = repository;
    this.callers = callers;
    this.clocks = clocks;
    this.instances = instances;
    this.time = time;
    this.happenings = happenings;
  }

  /** The same for a case of whose applicant only the name is known. */
  public void open(DelegateExecution execution, String applicantName, String subject) {
    open(
        execution,
        new Opening(
            subject, null, List.of(CaseParty.of(CaseParty.Role.APPLICANT, applicantName, null))));
  }

  /**
   * Opens the file of a new case, gives it its receipt number and makes that its business key.
   *
   * @param opening what the service knows of the case's parties and subject
   */
  public void open(DelegateExecution execution, Opening opening) {
    Instant now = now();
    String place = execution.getTenantId();
    String receiptNo =
        ReceiptNumber.of(
            departments.jurisdiction(place).divisionCode(),
            LocalDate.ofInstant(now, time.getZone()),
            cases.nextNumber());
    execution.setProcessBusinessKey(receiptNo);
    execution.setVariable(RECEIPT_NO, receiptNo);
    execution.setVariable(JURISDICTION, place);
    ProcessDefinition service = repository.getProcessDefinition(execution.getProcessDefinitionId());
    execution.setVariable(SERVICE_NAME, service.getName());
    execution.setVariable(SUBJECT, opening.subject());
    materialsReceived(execution);
    cases.add(
        new CaseRecord(
            receiptNo,
            place,
            service.getKey(),
            execution.getProcessInstanceId(),
            opening.applicant().name(),
            opening.subject(),
            CaseState.RECEIVED,
            channel(execution),
            caller(),
            now,
            null,
            null));
    index.opened(receiptNo, opening);
    happened(CaseHappened.Kind.RECEIVED, receiptNo, Map.of());
  }

  /** Materials came in now: the five days of 行政许可法第三十二条 count from here. */
  public void materialsReceived(DelegateExecution execution) {
    execution.setVariable(MATERIALS_RECEIVED_AT, Date.from(now()));
    if (receiptNo(execution) != null) {
      cases
          .find(receiptNo(execution))
          .filter(file -> file.state() == CaseState.NOTIFIED)
          .ifPresent(
              file -> {
                cases.state(
                    file.receiptNo(),
                    file.acceptedAt() == null ? CaseState.RECEIVED : CaseState.ACCEPTED);
                happened(CaseHappened.Kind.SUPPLEMENTED, file.receiptNo(), Map.of());
              });
    }
  }

  /**
   * Records the one notice that names everything missing.
   *
   * @return the notice's number
   * @throws Problem 409 when the applicant has been told already (一次性告知)
   */
  public String notice(DelegateExecution execution, String items) {
    String receiptNo = receiptNo(execution);
    refuseSecondNotice(receiptNo);
    String noticeNo = receiptNo + "-G1";
    cases.addNotice(noticeNo, receiptNo, items, caller(), now());
    cases.state(receiptNo, CaseState.NOTIFIED);
    happened(
        CaseHappened.Kind.NOTIFIED,
        receiptNo,
        Map.of(CaseHappened.NOTICE_NO, noticeNo, CaseHappened.ITEMS, items));
    return noticeNo;
  }

  /**
   * @throws Problem 409 when the applicant has been told already (一次性告知)
   */
  public void refuseSecondNotice(String receiptNo) {
    if (cases.hasNotice(receiptNo)) {
      throw Problem.conflict("told-already", "本办件已一次性告知过申请人，不得再次要求补正；材料仍有疑问的，请移交审批部门决定。");
    }
  }

  /**
   * Tells the applicant something that is no decision, e.g. what surrounds the site (主动告知).
   *
   * @param text in Chinese, one matter a line
   */
  public void informed(DelegateExecution execution, String text) {
    happened(CaseHappened.Kind.INFORMED, receiptNo(execution), Map.of(CaseHappened.ITEMS, text));
  }

  /**
   * The application is accepted: now, or as of receipt where silence had that effect. What comes
   * here again because an officer returned it stays accepted since the first time, and so does the
   * clock of the case.
   */
  public void accepted(DelegateExecution execution) {
    if (isAccepted(execution)) {
      return;
    }
    Date deemed = (Date) execution.getVariable(DEEMED_ACCEPTED_AT);
    Date when = deemed == null ? Date.from(now()) : deemed;
    execution.setVariable(CLOCK_STARTS_AT, when);
    cases.accepted(receiptNo(execution), when.toInstant());
    happened(CaseHappened.Kind.ACCEPTED, receiptNo(execution), Map.of());
  }

  /** The applicant asks for more: what is handled from here on counts from now. */
  public void clockStartsNow(DelegateExecution execution) {
    execution.setVariable(CLOCK_STARTS_AT, Date.from(now()));
  }

  /**
   * Nobody told the applicant in time what is missing: accepted as of receipt by force of
   * 行政许可法第三十二条, in nobody's name.
   */
  public void deemedAccepted(DelegateExecution execution) {
    deemedAccepted(execution, "《行政许可法》第三十二条：逾期不告知的，自收到申请材料之日起即为受理");
  }

  /**
   * The same by force of another law.
   *
   * @param rule the law that gives silence that effect, and its words
   */
  public void deemedAccepted(DelegateExecution execution, String rule) {
    if (isAccepted(execution)) {
      return;
    }
    Date received = (Date) execution.getVariable(MATERIALS_RECEIVED_AT);
    execution.setVariable(DEEMED_ACCEPTED_AT, received);
    clocks.deemedAccepted(execution, received.toInstant(), rule);
  }

  /**
   * Another case came of this one, or this one of another: both timelines say so, and the applicant
   * is told.
   *
   * @param text in Chinese, with the other case's receipt number
   */
  public void linked(DelegateExecution execution, String text) {
    clocks.linked(execution, text);
    informed(execution, text);
  }

  private boolean isAccepted(DelegateExecution execution) {
    return find(receiptNo(execution)).filter(file -> file.acceptedAt() != null).isPresent();
  }

  /** The application is not accepted, for that reason. */
  public void notAccepted(DelegateExecution execution, String reason) {
    clocks.stopCase(execution.getProcessInstanceId());
    cases.state(receiptNo(execution), CaseState.REFUSED);
    happened(CaseHappened.Kind.REFUSED, receiptNo(execution), Map.of(CaseHappened.REASON, reason));
  }

  /** What was applied for is refused, for that reason. */
  public void rejected(DelegateExecution execution, String reason) {
    cases.state(receiptNo(execution), CaseState.REJECTED);
    happened(CaseHappened.Kind.REJECTED, receiptNo(execution), Map.of(CaseHappened.REASON, reason));
  }

  /**
   * What was applied for exists now: its name and its number. What a called service issues does not
   * decide the case that called it.
   */
  public void resultIssued(DelegateExecution execution, String name, String number) {
    resultIssued(execution, name, number, List.of());
  }

  /**
   * The same for a result that leaves the applicant something to do.
   *
   * @param conditions in Chinese, one thing each, with its day; told to the applicant with the
   *     result
   */
  public void resultIssued(
      DelegateExecution execution, String name, String number, List<String> conditions) {
    Map<String, String> details = new HashMap<>();
    if (!conditions.isEmpty()) {
      details.put(CaseHappened.ITEMS, String.join("\n", conditions));
    }
    details.put(CaseHappened.RESULT_NAME, name);
    details.put(CaseHappened.RESULT_NO, number);
    DelegateExecution service = CalledPart.serviceOf(execution);
    if (service.getId().equals(CalledPart.caseOf(execution).getId())) {
      cases.decided(receiptNo(execution), now());
    } else {
      details.put(CaseHappened.PART_OF_CASE, serviceId(service));
    }
    happened(CaseHappened.Kind.RESULT_ISSUED, receiptNo(execution), Map.copyOf(details));
  }

  /**
   * What a called service issued is the whole result of the case: there is nothing else to come.
   */
  public void decidedByCalled(DelegateExecution execution) {
    cases.decided(receiptNo(execution), now());
  }

  private String serviceId(DelegateExecution service) {
    return repository.getProcessDefinition(service.getProcessDefinitionId()).getKey();
  }

  /**
   * A number for a result that one case may bring several times over, such as one permit for each
   * line: the receipt number, the letter and a running number.
   */
  public String nextResultNo(DelegateExecution execution, String letter) {
    DelegateExecution theCase = CalledPart.caseOf(execution);
    String counter = "results" + letter;
    Integer before = (Integer) theCase.getVariable(counter);
    int number = before == null ? 1 : before + 1;
    theCase.setVariable(counter, number);
    return receiptNo(execution) + "-" + letter + number;
  }

  /** The refusal reached the applicant: the case is closed as it stands. */
  public void decisionDelivered(DelegateExecution execution) {
    close(execution, get(receiptNo(execution)).state());
  }

  /** As {@link #find}; lets the transactions that act on one case go one after the other. */
  public Optional<CaseRecord> lock(String receiptNo) {
    return cases.locked(receiptNo);
  }

  /**
   * Whether there is a decision already, granted or refused: then nothing is left to withdraw.
   *
   * @see #withdrawn
   */
  public boolean isDecided(String receiptNo) {
    return cases.isDecided(receiptNo);
  }

  /**
   * The applicant took the application back, for that reason. The caller ends the case's processes.
   *
   * @return the file as it stands now
   */
  public CaseRecord withdrawn(String receiptNo, String reason) {
    cases.closed(receiptNo, CaseState.WITHDRAWN, now());
    clocks.stopCase(get(receiptNo).processInstanceId());
    happened(CaseHappened.Kind.WITHDRAWN, receiptNo, Map.of(CaseHappened.REASON, reason));
    return get(receiptNo);
  }

  /** The result reached the applicant. Items handled later do not close the case again. */
  public void handedOut(DelegateExecution execution) {
    close(execution, CaseState.ISSUED);
  }

  private void close(DelegateExecution execution, CaseState state) {
    cases.closed(receiptNo(execution), state, now());
    happened(CaseHappened.Kind.HANDED_OUT, receiptNo(execution), Map.of());
  }

  /** The file of that number, if there is one. */
  public Optional<CaseRecord> find(String receiptNo) {
    return cases.find(receiptNo);
  }

  /** The files of those numbers, as far as there are any. */
  public List<CaseRecord> all(Collection<String> receiptNumbers) {
    return cases.all(receiptNumbers);
  }

  /** What the applicant was told once, if so. */
  public Optional<CaseNotice> notice(String receiptNo) {
    return cases.notice(receiptNo);
  }

  /**
   * The files of the cases that these running process instances belong to, as far as they have one;
   * an instance may be that of a shared part or service the case calls.
   */
  public Map<String, CaseRecord> ofInstances(Collection<String> processInstanceIds) {
    Map<String, String> receiptNumbers = instances.receiptNumbers(processInstanceIds);
    Map<String, CaseRecord> files = new HashMap<>();
    cases
        .all(new HashSet<>(receiptNumbers.values()))
        .forEach(file -> files.put(file.receiptNo(), file));
    Map<String, CaseRecord> found = new HashMap<>();
    receiptNumbers.forEach(
        (instance, number) -> {
          if (files.containsKey(number)) {
            found.put(instance, files.get(number));
          }
        });
    return found;
  }

  /** Every process instance the case ever was at work in: its own and those of what it calls. */
  public List<String> instancesOf(CaseRecord file) {
    return instances.of(file.receiptNo());
  }

  private static String channel(DelegateExecution execution) {
    Object channel = execution.getVariable(CHANNEL);
    if (channel == null) {
      return "window";
    }
    if (channel instanceof String name && name.matches("[a-z][a-z0-9-]{0,31}")) {
      return name;
    }
    throw Problem.badFields(
        List.of(new Problem.Field(CHANNEL, "收件渠道", "应为 1 至 32 个小写字母、数字或连字符，例如 api")));
  }

  private void happened(CaseHappened.Kind kind, String receiptNo, Map<String, String> details) {
    happenings.publishEvent(new CaseHappened(kind, get(receiptNo), now(), caller(), details));
  }

  private CaseRecord get(String receiptNo) {
    return find(receiptNo)
        .orElseThrow(() -> new IllegalStateException("no case file " + receiptNo));
  }

  private static String receiptNo(DelegateExecution execution) {
    return execution.getProcessBusinessKey();
  }

  private Instant now() {
    return time.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private String caller() {
    return callers.current().map(Caller::id).orElse(null);
  }
}
