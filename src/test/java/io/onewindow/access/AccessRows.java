package io.onewindow.access;

import static io.onewindow.access.AccessRow.find;
import static io.onewindow.access.AccessRow.get;
import static io.onewindow.access.AccessRow.send;

import java.util.List;
import java.util.stream.Stream;

/** Every resource of the application and what can be done with it. */
final class AccessRows {

  private static final String TAX =
      "{\"variables\":{\"taxpayerType\":{\"value\":\"small-scale\"},"
          + "\"invoiceKind\":{\"value\":\"e-invoice\"},\"ukeyNo\":{\"value\":\"UK123456\"}}}";
  private static final String ME = "{\"userId\":\"{me}\"}";
  private static final String R = "/engine-rest";
  private static final String E = "/camunda/api/engine/engine/default";
  private static final String V = "/api/v1";
  private static final String T = "/camunda/api/tasklist/plugin/onewindow/default";
  private static final String D = "/camunda/api/tasklist/plugin/onewindow-desk/default";
  private static final String F = "/camunda/api/cockpit/plugin/onewindow-figures/default/figures";
  private static final String S = "/camunda/api/cockpit/plugin/onewindow-supervision/default";
  private static final String TRANSFER =
      "{\"action\":\"TRANSFER\",\"person\":\"nyTax\",\"reason\":\"x\"}";
  private static final String REASSIGN =
      "{\"tasks\":[\"{task}\"],\"to\":\"nyTax\",\"reason\":\"x\"}";
  private static final String APPOINT =
      "{\"absent\":\"nyTax\",\"deputy\":\"nyPolice\",\"from\":\"2026-09-16\","
          + "\"to\":\"2026-09-17\",\"reason\":\"x\"}";
  private static final String REASON = "{\"reason\":\"x\"}";

  private AccessRows() {}

  static List<AccessRow> all() {
    return Stream.of(
            tasks(),
            instances(),
            history(),
            models(),
            people(),
            machinery(),
            cases(),
            materials(),
            desk(),
            supervision(),
            laboratory(),
            calendars(),
            screens(),
            tasklistTabs(),
            deskPage(),
            supervisorsPage(),
            departmentsSystems())
        .flatMap(List::stream)
        .toList();
  }

  private static List<AccessRow> tasks() {
    return List.of(
        find("任务", "列表", R + "/task", "{task}"),
        new AccessRow(
            "任务", "查询", "POST", R + "/task", "{\"orQueries\":[{\"name\":\"办理涉税事项\"}]}", "{task}"),
        get("任务", "查看", R + "/task/{task}"),
        get("任务", "查看变量", R + "/task/{task}/variables"),
        get("任务", "查看表单内容", R + "/task/{task}/form-variables"),
        get("任务", "查看候选部门", R + "/task/{task}/identity-links"),
        get("任务", "查看评论", R + "/task/{task}/comment"),
        get("任务", "查看附件", R + "/task/{task}/attachment"),
        send("任务", "写评论", "POST", R + "/task/{task}/comment/create", "{\"message\":\"x\"}"),
        send("任务", "认领", "POST", R + "/task/{task}/claim", ME),
        send("任务", "替别人认领", "POST", R + "/task/{task}/claim", "{\"userId\":\"nyPolice\"}"),
        send("任务", "绕过办理动作改派", "POST", R + "/task/{task}/assignee", ME),
        send("任务", "改期限和名称", "PUT", R + "/task/{task}", "{\"name\":\"x\"}"),
        send("任务", "改变量", "PUT", R + "/task/{task}/variables/note", "{\"value\":\"x\"}"),
        send("任务", "改系统记录", "PUT", R + "/task/{task}/variables/receiptNo", "{\"value\":\"x\"}"),
        send("任务", "办结", "POST", R + "/task/{task}/complete", TAX),
        send("任务", "删除", "DELETE", R + "/task/{task}", null),
        send("任务", "新建", "POST", R + "/task/create", "{\"id\":\"{new}\",\"name\":\"x\"}"));
  }

  private static List<AccessRow> instances() {
    return List.of(
        find("流程实例", "列表", R + "/process-instance", "{case}"),
        get("流程实例", "查看", R + "/process-instance/{case}"),
        get("流程实例", "查看变量", R + "/process-instance/{case}/variables"),
        get("流程实例", "查看走到哪里", R + "/process-instance/{case}/activity-instances"),
        find("流程实例", "按变量查", R + "/variable-instance?processInstanceIdIn={case}", "{case}"),
        send(
            "流程实例",
            "改变量",
            "PUT",
            R + "/process-instance/{case}/variables/note",
            "{\"value\":\"x\"}"),
        send(
            "流程实例",
            "跳步",
            "POST",
            R + "/process-instance/{case}/modification",
            "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"userTask_handOut\"}]}"),
        send("流程实例", "挂起", "PUT", R + "/process-instance/{case}/suspended", "{\"suspended\":true}"),
        send("流程实例", "删除", "DELETE", R + "/process-instance/{case}", null),
        send(
            "流程实例",
            "批量删除",
            "POST",
            R + "/process-instance/delete",
            "{\"processInstanceIds\":[\"{case}\"]}"),
        send("流程实例", "发信号", "POST", R + "/signal", "{\"name\":\"{new}\"}"),
        find("作业", "列表", R + "/job?processInstanceId={case}", "{job}"),
        send("作业", "提前触发", "POST", R + "/job/{job}/execute", "{}"),
        send(
            "作业",
            "改到期时间",
            "PUT",
            R + "/job/{job}/duedate",
            "{\"duedate\":\"2027-01-05T09:00:00.000+0800\"}"),
        send("作业", "改重试次数", "PUT", R + "/job/{job}/retries", "{\"retries\":1}"));
  }

  private static List<AccessRow> history() {
    return List.of(
        find("历史", "任务", R + "/history/task?processInstanceId={case}", "{task}"),
        find("历史", "流程实例", R + "/history/process-instance?processInstanceId={case}", "{case}"),
        find("历史", "变量", R + "/history/variable-instance?processInstanceId={case}", "{case}"),
        find("历史", "经过的环节", R + "/history/activity-instance?processInstanceId={case}", "{case}"),
        find("历史", "变量的变化", R + "/history/detail?processInstanceId={case}", "{case}"),
        find("历史", "定时作业", R + "/history/job-log?processInstanceId={case}", "{case}"),
        find("历史", "操作记录", R + "/history/user-operation?processInstanceId={case}", "{case}"),
        find("历史", "候选人变化", R + "/history/identity-link-log?taskId={task}", "{task}"),
        send(
            "历史",
            "批量删除",
            "POST",
            R + "/history/process-instance/delete",
            "{\"historicProcessInstanceIds\":[\"{case}\"]}"),
        send("历史", "删除变量", "DELETE", R + "/history/variable-instance/{historicVariable}", null),
        send("历史", "清理", "POST", R + "/history/cleanup?immediatelyDue=true", "{}"));
  }

  private static List<AccessRow> models() {
    return List.of(
        get("模型", "列表", R + "/process-definition"),
        get("模型", "查看", R + "/process-definition/key/company-registration/xml"),
        get("模型", "查看时限表", R + "/decision-definition/key/promised-limit/xml"),
        send(
            "模型",
            "试算时限表",
            "POST",
            R + "/decision-definition/key/promised-limit/evaluate",
            "{\"variables\":{}}"),
        send(
            "模型",
            "停用",
            "PUT",
            R + "/process-definition/{spareDefinition}/suspended",
            "{\"suspended\":true}"),
        send("模型", "撤下", "DELETE", R + "/process-definition/{spareDefinition}", null),
        send("部署", "部署模型", "DEPLOY", R + "/deployment/create", "{new}"),
        get("部署", "列表", R + "/deployment"),
        send("部署", "删除", "DELETE", R + "/deployment/{spareDeployment}", null),
        send(
            "迁移",
            "迁移办件",
            "POST",
            R + "/migration/execute",
            "{\"migrationPlan\":{\"sourceProcessDefinitionId\":\"{definition}\","
                + "\"targetProcessDefinitionId\":\"{definition}\",\"instructions\":[]},"
                + "\"processInstanceIds\":[\"{case}\"]}"),
        get("批处理", "列表", R + "/batch"));
  }

  private static List<AccessRow> people() {
    return List.of(
        find("人员", "列表", R + "/user", "nyHousing"),
        get("人员", "查看", R + "/user/nyHousing/profile"),
        send(
            "人员",
            "新建",
            "POST",
            R + "/user/create",
            "{\"profile\":{\"id\":\"{new}\",\"firstName\":\"x\",\"lastName\":\"x\"},"
                + "\"credentials\":{\"password\":\"One-window-1\"}}"),
        send(
            "人员",
            "改他人密码",
            "PUT",
            R + "/user/{spareUser}/credentials",
            "{\"password\":\"One-window-2\",\"authenticatedUserPassword\":\"onewindow\"}"),
        send("人员", "删除", "DELETE", R + "/user/{spareUser}", null),
        send("人员", "解锁", "POST", R + "/user/{spareUser}/unlock", null),
        send("用户组", "新建", "POST", R + "/group/create", "{\"id\":\"{new}\",\"name\":\"x\"}"),
        send("用户组", "加入成员", "PUT", R + "/group/tax/members/{spareUser}", null),
        send("用户组", "自己加入管理员", "PUT", R + "/group/camunda-admin/members/{me}", null),
        send("辖区", "加入成员", "PUT", R + "/tenant/ningyang/user-members/{spareUser}", null),
        find("授权", "列表", R + "/authorization?maxResults=900", "\"groupId\":\"tax\""),
        send(
            "授权",
            "授予",
            "POST",
            R + "/authorization/create",
            "{\"type\":1,\"permissions\":[\"ALL\"],\"userId\":\"{spareUser}\","
                + "\"resourceType\":0,\"resourceId\":\"*\"}"),
        find("任务筛选", "列表", R + "/filter", "税务待办"),
        find("任务筛选", "查看任务", R + "/filter/{taxFilter}/list", "{task}"),
        send(
            "任务筛选",
            "新建",
            "POST",
            R + "/filter/create",
            "{\"resourceType\":\"Task\",\"name\":\"{new}\",\"query\":{},\"properties\":{}}"),
        send(
            "任务筛选",
            "改他人的",
            "PUT",
            R + "/filter/{spareFilter}",
            "{\"resourceType\":\"Task\",\"name\":\"{new}\",\"query\":{},\"properties\":{}}"),
        send("任务筛选", "删除他人的", "DELETE", R + "/filter/{spareFilter}", null));
  }

  private static List<AccessRow> machinery() {
    return List.of(
        get("引擎", "版本", R + "/version"),
        get("引擎", "用量", R + "/metrics/activity-instance-start/sum"),
        get("引擎", "表结构记录", R + "/schema/log"),
        get("监测", "是否正常", "/actuator/health"),
        get("监测", "指标", "/actuator/prometheus"),
        get("公开", "辖区", V + "/landing"),
        get("公开", "承诺时限", V + "/limits?jurisdiction=ningyang"),
        get("公开", "接口说明", V + "/openapi"));
  }

  private static List<AccessRow> cases() {
    return List.of(
        find("办件", "查询", V + "/cases?q={receipt}", "\"{receipt}\""),
        get("办件", "查看", V + "/cases/{receipt}"),
        get("办件", "全过程", V + "/cases/{receipt}/timeline"),
        get("办件", "办理动作记录", V + "/cases/{receipt}/actions"),
        get("办件", "文书列表", V + "/cases/{receipt}/papers"),
        get("办件", "文书文件", V + "/cases/{receipt}/papers/{paper}"),
        get("办件", "印有查询码的收件回执", V + "/cases/{receipt}/papers/{receipt}-S1"),
        send("办件", "收件", "START", V + "/cases", "{new}"),
        send("办件", "登记撤回", "POST", V + "/cases/{receipt}/withdrawal", "{\"reason\":\"\"}"),
        send("办件", "登记补正", "POST", V + "/cases/{awaiting}/supplements", "{\"note\":\"xx\"}"),
        send("办件", "保留", "PUT", V + "/cases/{receipt}/hold", REASON),
        send("办件", "解除保留", "DELETE", V + "/cases/{receipt}/hold", null),
        get("失信记录", "列表", V + "/credit-records"));
  }

  private static List<AccessRow> materials() {
    String materials = V + "/cases/{receipt}/materials";
    return List.of(
        get("材料", "列表", materials),
        send("材料", "上传", "UPLOAD", materials + "/articles/files?name=x.pdf", "{new}"),
        send("材料", "登记收取", "POST", materials + "/premises/submission", "{}"),
        get("材料", "下载", materials + "/files/{file}"),
        send("材料", "撤回文件", "POST", materials + "/files/{file}/withdrawal", null));
  }

  private static List<AccessRow> desk() {
    return List.of(
        get("办理动作", "查看可办的动作", V + "/tasks/{task}/actions"),
        send("办理动作", "办理", "POST", V + "/tasks/{task}/actions", TRANSFER),
        get("代办", "列表", V + "/deputies"),
        send("代办", "为他人指定", "POST", V + "/deputies", APPOINT),
        send("代办", "取消", "POST", V + "/deputies/{deputy}/cancellation", REASON),
        get("批量改派", "可改派的任务", V + "/reassignments?from=nyTax"),
        send("批量改派", "改派", "POST", V + "/reassignments", REASSIGN));
  }

  private static List<AccessRow> supervision() {
    return List.of(
        get("督办", "统计", V + "/figures/filters"),
        send("督办", "督办", "POST", V + "/figures/supervise", "{}"),
        send("督办", "重建统计", "POST", V + "/figures/rebuild", "{}"),
        get("督办", "月度通报", V + "/reports"),
        send("督办", "编制通报", "POST", V + "/reports?jurisdiction=ningyang&month=x", "{}"),
        get("督办", "下载通报", V + "/reports/{report}/file"),
        get("督办", "事件日志", V + "/event-logs"),
        send("督办", "导出事件日志", "POST", V + "/event-logs?format=x", "{}"),
        get("督办", "查看本辖区督办人员的导出", V + "/event-logs/{log}"),
        get("督办", "下载本辖区督办人员的导出", V + "/event-logs/{log}/file"),
        send("督办", "取消本辖区督办人员的导出", "POST", V + "/event-logs/{log}/cancellation", null),
        get("督办", "模型符合性", V + "/conformance?jurisdiction=ningyang&from=x&to=x"));
  }

  private static List<AccessRow> laboratory() {
    return List.of(
        get("实验室", "试算列表", V + "/experiments"),
        get("实验室", "事项", V + "/experiments/services"),
        get("实验室", "事项的基线", V + "/experiments/services/company-registration?jurisdiction=ningyang"),
        send("实验室", "试算", "POST", V + "/experiments", "{}"),
        send("实验室", "核对情景", "POST", V + "/experiments/check", "{}"),
        send("实验室", "自检", "POST", V + "/experiments/self-checks", "{}"),
        get("实验室", "查看本辖区培训人员的试算", V + "/experiments/{experiment}"),
        get("实验室", "下载本辖区培训人员的试算", V + "/experiments/{experiment}/file"),
        send("实验室", "删除本辖区培训人员的试算", "DELETE", V + "/experiments/{experiment}", null));
  }

  private static List<AccessRow> calendars() {
    return List.of(
        get("日历", "查看", V + "/calendars"),
        send("日历", "预览载入", "POST", V + "/calendars/preview", "{}"),
        send("日历", "载入", "POST", V + "/calendars", "{}"),
        get("重新计算期限", "列表", V + "/redatings"),
        send("重新计算期限", "预览", "POST", V + "/redatings?x=x", "{\"unknown\":1}"),
        get("重新计算期限", "查看", V + "/redatings/{redating}"),
        send("重新计算期限", "执行", "POST", V + "/redatings/{redating}/application", null),
        send("重新计算期限", "停止", "POST", V + "/redatings/{redating}/stop", null),
        send("重新计算期限", "继续", "POST", V + "/redatings/{redating}/continuation", null),
        send("演示月份", "停止", "DELETE", V + "/demo/month", null));
  }

  /** People's passwords open nothing there. */
  private static List<AccessRow> departmentsSystems() {
    return List.of(send("对接", "部门系统回执", "POST", V + "/exchange/answers", "{}"));
  }

  private static List<AccessRow> screens() {
    return List.of(
        new AccessRow("任务列表页", "任务", "POST", E + "/task", "{}", "{task}"),
        get("任务列表页", "查看任务", E + "/task/{task}"),
        get("任务列表页", "查看变量", E + "/task/{task}/variables"),
        find("任务列表页", "历史任务", E + "/history/task?processInstanceId={case}", "{task}"),
        find("任务列表页", "人员", E + "/user", "nyHousing"),
        send("任务列表页", "认领", "POST", E + "/task/{task}/claim", ME),
        send("任务列表页", "办结", "POST", E + "/task/{task}/complete", TAX),
        get("监控台页", "看流程实例", E + "/process-instance/{case}"),
        new AccessRow(
            "监控台页",
            "办件一览",
            "POST",
            "/camunda/api/cockpit/plugin/base/default/process-instance",
            "{}",
            "{case}"),
        send("监控台页", "删除实例", "DELETE", E + "/process-instance/{case}", null),
        send(
            "管理台页",
            "首次安装",
            "POST",
            "/camunda/api/admin/setup/default/user/create",
            "{\"profile\":{\"id\":\"{new}\"},\"credentials\":{\"password\":\"One-window-1\"}}"));
  }

  private static List<AccessRow> tasklistTabs() {
    String clock = T + "/task-clock/{task}";
    String materials = T + "/task-materials/{task}";
    return List.of(
        get("任务列表页", "本人未提交表单的密钥", T + "/drafts"),
        find("任务列表页", "任务卡片", T + "/task-card?ids={task}", "{receipt}"),
        find("任务列表页", "查办件", T + "/cases?q={receipt}", "\"{receipt}\""),
        get("任务列表页", "时限", clock),
        send("任务列表页", "停表", "POST", clock + "/pauses", "{\"kind\":\"HEARING\",\"reason\":\"x\"}"),
        send("任务列表页", "恢复计时", "POST", clock + "/pauses/x/resumption", null),
        send("任务列表页", "延长期限", "POST", clock + "/extension", "{\"units\":1,\"reason\":\"x\"}"),
        get("任务列表页", "材料", materials),
        send("任务列表页", "上传材料", "UPLOAD", materials + "/articles/files?name=x.pdf", "{new}"),
        send("任务列表页", "登记收取材料", "POST", materials + "/premises/submission", "{}"),
        get("任务列表页", "下载材料", materials + "/files/{file}"),
        get("任务列表页", "预览材料", materials + "/files/{file}/preview"),
        send("任务列表页", "撤回材料文件", "POST", materials + "/files/{file}/withdrawal", null),
        get("任务列表页", "文书", T + "/papers/{task}"),
        get("任务列表页", "文书文件", T + "/papers/{task}/{paper}"),
        get("任务列表页", "印有查询码的收件回执", T + "/papers/{task}/{receipt}-S1"),
        get("任务列表页", "号码（遮盖）", T + "/personal-data/{task}"),
        new AccessRow(
            "任务列表页",
            "完整号码",
            "POST",
            T + "/personal-data/{task}/full",
            "{\"item\":\"applicantIdNo\",\"reason\":\"x\"}",
            "\"full\""),
        get("任务列表页", "可办的动作", D + "/task/{task}/actions"),
        send("任务列表页", "办理动作", "POST", D + "/task/{task}/actions", TRANSFER));
  }

  private static List<AccessRow> deskPage() {
    return List.of(
        get("代办与改派页", "查看", D + "/desk"),
        send("代办与改派页", "为他人指定代办", "POST", D + "/desk/deputies", APPOINT),
        send("代办与改派页", "取消代办", "POST", D + "/desk/deputies/{deputy}/cancellation", REASON),
        send(
            "代办与改派页",
            "登记撤回",
            "POST",
            D + "/desk/withdrawals",
            "{\"receiptNo\":\"{receipt}\",\"reason\":\"\"}"),
        get("代办与改派页", "可改派的任务", D + "/desk/reassignments?from=nyTax"),
        send("代办与改派页", "改派", "POST", D + "/desk/reassignments", REASSIGN));
  }

  private static List<AccessRow> supervisorsPage() {
    return List.of(
        get("督办页", "统计", F + "/filters"),
        send("督办页", "督办", "POST", F + "/supervise", "{}"),
        send("督办页", "重建统计", "POST", F + "/rebuild", "{}"),
        get("督办页", "办件全过程", S + "/stories/cases/{receipt}"),
        get("督办页", "流程实例全过程", S + "/stories/instances/{case}"));
  }
}
