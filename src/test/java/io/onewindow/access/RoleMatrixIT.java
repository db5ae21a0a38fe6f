package io.onewindow.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.onewindow.face.Endpoint;
import io.onewindow.face.Endpoints;
import io.onewindow.face.Face;
import io.onewindow.face.FaceTest;
import io.onewindow.face.OpenEndpoints;
import io.onewindow.gates.Generated;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Everybody tries everything on a case of 宁阳县 that stands at its tax office. What each was told is
 * the committed table; what must never be in it, whoever writes it anew, is said here besides.
 */
@FaceTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoleMatrixIT {

  private static final Path TABLE = Path.of("src/test/resources/access/role-matrix.csv");
  private static final Path PAGE = Path.of("docs/access-matrix.md");

  /** Endpoints of ours that only the listed may ask, and why they are not asked here. */
  private static final Map<String, String> NOT_ASKED =
      Map.of(
          "POST /api/v1/demo/month",
          "plays cases for minutes; who may stop it may begin it",
          "POST /api/v1/calendars/{jurisdiction}/notices/{id}/withdrawal",
          "changes the calendars that all tests go by: CalendarsIT asks",
          "POST /api/v1/calendars/{jurisdiction}/notices/{id}/withdrawal/preview",
          "needs a notice that changes them: CalendarsIT asks");

  /** Of the tabs and pages that are ours; what they load from beside them is open scripts. */
  private static final Pattern PLUGINS =
      Pattern.compile("/camunda/api/\\w+/plugin/onewindow(-\\w+)?/(?!static/).*");

  @Autowired private Face face;
  @Autowired private Map<String, RequestMappingInfoHandlerMapping> mappings;
  @Autowired private TriedCase tried;

  private final Map<AccessRow, Map<Role, Told>> matrix = new LinkedHashMap<>();

  @BeforeAll
  void everybodyTriesEverything() {
    tried.opens();
    Callers callers = new Callers(face);
    for (AccessRow row : AccessRows.all()) {
      Map<Role, Told> told = new LinkedHashMap<>();
      for (Role role : Role.values()) {
        told.put(role, callers.ask(role, row, tried));
      }
      matrix.put(row, told);
    }
  }

  @AfterAll
  void leaveNothingBehind() {
    tried.closes();
  }

  @Test
  void isAsCommitted() {
    MatrixPages pages = new MatrixPages(matrix);
    Generated.assertCurrent(TABLE, pages.table(), getClass());
    Generated.assertCurrent(PAGE, pages.document(), getClass());
  }

  /** But what a stranger may: that is compared in AnonymousEndpointsIT. */
  @Test
  void everyEndpointHasARow() throws IOException {
    List<Endpoint> ours = new ArrayList<>(new Endpoints(mappings).ours());
    Endpoints.screens().stream()
        .filter(one -> PLUGINS.matcher(one.path()).matches())
        .forEach(ours::add);
    assertThat(ours).hasSizeGreaterThan(110);
    Set<String> left = new AskedEndpoints(ours).without(matrix.keySet());
    left.removeAll(OpenEndpoints.listed("everywhere", "demonstration"));
    assertThat(left).containsExactlyInAnyOrderElementsOf(NOT_ASKED.keySet());
  }

  @Test
  void nothingBreaks() {
    assertThat(matrix.entrySet()).noneMatch(row -> row.getValue().containsValue(Told.BROKEN));
  }

  @Test
  void everythingIsOpenToSomebodyOrClosedOnPurpose() {
    List<String> closed =
        matrix.entrySet().stream()
            .filter(row -> row.getValue().values().stream().noneMatch(Told::isLetIn))
            .map(row -> row.getKey().resource() + row.getKey().action())
            .toList();
    assertThat(closed)
        .containsExactlyInAnyOrder(
            "任务写评论",
            "任务替别人认领",
            "任务绕过办理动作改派",
            "任务改期限和名称",
            "任务改系统记录",
            "任务删除",
            "流程实例发信号",
            "模型撤下",
            "历史批量删除",
            "历史删除变量",
            "历史清理",
            "监测指标",
            "管理台页首次安装",
            // the window's, which has no task of the case now
            "任务列表页印有查询码的收件回执",
            // the approval office's, which has no task of the case now
            "任务列表页停表",
            "任务列表页恢复计时",
            "任务列表页延长期限",
            "对接部门系统回执");
  }

  @Test
  void anotherCountyAndAnotherRoleReachNothingOfTheCase() {
    for (Role role :
        List.of(
            Role.STRANGER,
            Role.OTHER_COUNTY_TAX,
            Role.OTHER_COUNTY_CLERK,
            Role.OTHER_COUNTY_SUPERVISOR)) {
      assertThat(letIn(role, AccessRow::isAboutTheCase)).as(role.title()).isEmpty();
    }
  }

  @Test
  void onlyItsDepartmentCompletesATask() {
    for (Role role : Role.values()) {
      assertThat(letIn(role, row -> row.action().equals("办结")))
          .as(role.title())
          .hasSize(role == Role.TAX || role == Role.ADMINISTRATOR ? 2 : 0);
    }
  }

  @Test
  void onlyWhoReleasesModelsDeploysAndTakesThemOut() {
    for (Role role : Role.values()) {
      List<String> deploys = letIn(role, row -> row.resource().equals("部署") && row.changes());
      assertThat(deploys).as(role.title()).hasSize(role == Role.RELEASE ? 2 : 0);
    }
  }

  @Test
  void auditorsChangeNothing() {
    assertThat(letIn(Role.AUDITOR, AccessRow::changes)).isEmpty();
  }

  private List<String> letIn(Role role, Predicate<AccessRow> which) {
    List<String> found = new ArrayList<>();
    matrix.forEach(
        (row, told) -> {
          if (which.test(row) && told.get(role).isLetIn()) {
            found.add(row.resource() + row.action());
          }
        });
    return found;
  }
}
