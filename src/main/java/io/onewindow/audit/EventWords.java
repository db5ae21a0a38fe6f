package io.onewindow.audit;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The kinds of rows in {@code ow_audit}, in Chinese for whoever reads an export. */
final class EventWords {

  private static final String OPERATION = "OPERATION_";

  private static final Map<String, String> EVENTS =
      words(
          """
          CASE_RECEIVED 收件
          CASE_NOTIFIED 一次性告知
          CASE_INFORMED 告知
          CASE_SUPPLEMENTED 补正
          CASE_ACCEPTED 受理
          CASE_REFUSED 不予受理
          CASE_REJECTED 审查后不予办理
          CASE_RESULT_ISSUED 出具结果
          CASE_HANDED_OUT 送达
          CASE_WITHDRAWN 撤回申请
          CASE_RATED 申请人评价
          CASE_HELD 暂缓清除个人信息
          CASE_RELEASED 解除暂缓清除
          CASE_CLEARED 清除个人信息
          CASE_CREDIT_DELETED 删除信用记录
          TASK_COMPLETED 完成任务
          PERSONAL_DATA_READ 查看完整号码
          EXCHANGE_DELIVERED 送达部门系统
          EXCHANGE_UNREACHABLE 部门系统不通
          EXCHANGE_OVERTAKEN 送出前已由人员办理
          EXCHANGE_CONFIRMED 部门系统确认收到
          EXCHANGE_ANSWERED 部门系统办结
          EXCHANGE_DECLINED 部门系统不能办理
          EXCHANGE_ANSWERED_LATE 部门系统迟复
          CALENDAR_LOADED 载入日历通知
          CALENDAR_WITHDRAWN 撤回日历通知
          REDATING_APPLIED 执行期限重算
          REDATING_CONTINUED 继续期限重算
          REDATING_STOPPED 停止期限重算
          """);

  private static final Map<String, String> ENTITIES =
      words(
          """
          APPLICATION 应用权限
          ATTACHMENT 附件
          AUTHORIZATION 授权
          BATCH 批量操作
          CASE_DEFINITION 案例模型
          CASE_INSTANCE 案例实例
          COMMENT 意见
          DASHBOARD 看板
          DECISION_DEFINITION 决策表
          DECISION_INSTANCE 决策记录
          DECISION_REQUIREMENTS_DEFINITION 决策关系图
          DEPLOYMENT 部署
          EXTERNAL_TASK 外部任务
          FILTER 任务筛选
          GROUP 用户组
          GROUP_MEMBERSHIP 组成员
          HISTORIC_PROCESS_INSTANCE 历史流程实例
          HISTORIC_TASK 历史任务
          IDENTITY_LINK 任务关联人员
          INCIDENT 故障
          JOB 作业
          JOB_DEFINITION 作业定义
          METRICS 计数
          OPERATION_LOG 操作日志
          OPERATION_LOG_CATGEORY 操作日志类别
          OPTIMIZE 分析权限
          PROCESS_DEFINITION 流程模型
          PROCESS_INSTANCE 流程实例
          PROPERTY 引擎参数
          REPORT 报表
          SYSTEM 系统权限
          TASK 任务
          TASK_METRICS 任务计数
          TENANT 辖区
          TENANT_MEMBERSHIP 辖区成员
          USER 账号
          VARIABLE 变量
          """);

  private static final Map<String, String> OPERATIONS =
      words(
          """
          ACTIVATE 恢复
          ACTIVATE_BATCH 恢复
          ACTIVATE_JOB 恢复
          ACTIVATE_JOB_DEFINITION 恢复
          ACTIVATE_PROCESS_DEFINITION 恢复
          ADD_ATTACHMENT 增加附件
          ADD_GROUP_LINK 增加关联组
          ADD_USER_LINK 增加关联人员
          ASSIGN 指定办理人
          CLAIM 认领
          CLEAR_ANNOTATION 清除注释
          COMPLETE 完成
          CORRELATE_MESSAGE 发送消息
          CREATE 新建
          CREATE_HISTORY_CLEANUP_JOBS 安排清理历史
          CREATE_INCIDENT 登记故障
          DELEGATE 委派
          DELETE 删除
          DELETE_ATTACHMENT 删除附件
          DELETE_COMMENT 删除意见
          DELETE_GROUP_LINK 去掉关联组
          DELETE_HISTORY 删除历史
          DELETE_USER_LINK 去掉关联人员
          EVALUATE 求值
          EXECUTE 立即执行
          MIGRATE 迁移到另一版本
          MODIFY_PROCESS_INSTANCE 改变所在环节
          MODIFY_VARIABLE 修改
          RECALCULATE_DUE_DATE 重算到期时间
          REMOVE_VARIABLE 删除
          RESOLVE 交回
          RESTART_PROCESS_INSTANCE 重新开始
          SET_ANNOTATION 写注释
          SET_DESCRIPTION 改说明
          SET_DUE_DATE 改到期时间
          SET_EXTERNAL_TASK_RETRIES 改重试次数
          SET_FOLLOW_UP_DATE 改提醒时间
          SET_JOB_RETRIES 改重试次数
          SET_NAME 改名称
          SET_OWNER 改委托人
          SET_PRIORITY 改优先级
          SET_REMOVAL_TIME 改清理时间
          SET_VARIABLE 设置
          SET_VARIABLES 设置变量
          SUSPEND 暂停
          SUSPEND_BATCH 暂停
          SUSPEND_JOB 暂停
          SUSPEND_JOB_DEFINITION 暂停
          SUSPEND_PROCESS_DEFINITION 暂停
          UNLOCK 解除锁定
          UPDATE 修改
          UPDATE_COMMENT 修改意见
          UPDATE_HISTORY_TIME_TO_LIVE 改历史保存期
          """);

  private EventWords() {}

  /** One pair a line. */
  private static Map<String, String> words(String lines) {
    return lines
        .lines()
        .map(line -> line.split(" "))
        .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
  }

  /**
   * The kind of row for something done to the engine.
   *
   * @param entity as the engine writes it, e.g. {@code ProcessInstance}
   * @param operation likewise, e.g. {@code SetDueDate}
   */
  static String event(String entity, String operation) {
    return OPERATION + constant(entity) + "_" + constant(operation);
  }

  /** {@code SetDueDate} and {@code Set due date} as {@code SET_DUE_DATE}. */
  private static String constant(String words) {
    return words.replaceAll("(?<=[a-z])(?=[A-Z])| ", "_").toUpperCase(Locale.ROOT);
  }

  /** The kind in Chinese; as it is written where it has no words. */
  static String label(String event) {
    return event.startsWith(OPERATION)
        ? operation(event.substring(OPERATION.length()))
        : EVENTS.getOrDefault(event, event);
  }

  /** Its entity is told from its operation by what is known of both. */
  private static String operation(String words) {
    return ENTITIES.keySet().stream()
        .filter(entity -> words.startsWith(entity + "_"))
        .filter(entity -> OPERATIONS.containsKey(words.substring(entity.length() + 1)))
        .findFirst()
        .map(
            entity ->
                ENTITIES.get(entity) + "：" + OPERATIONS.get(words.substring(entity.length() + 1)))
        .orElse(words);
  }
}
