package io.onewindow.desk.action;

/** The structures of a model in which a task may stand; each has a model of its own. */
enum Structure {
  SEQUENCE("顺序", "matrix-sequence", null, null),
  LOOP("互斥网关循环", "matrix-loop", null, null),
  PARALLEL("并行分支", "matrix-parallel", null, "其他并行分支同时在办"),
  INCLUSIVE("包容分支", "matrix-inclusive", null, "其他并行分支同时在办"),
  EMBEDDED("嵌入子流程", "matrix-embedded", null, null),
  SEQUENTIAL_INSTANCES("顺序多实例", "matrix-sequential-instances", null, "分别办理"),
  PARALLEL_INSTANCES("并行多实例", "matrix-parallel-instances", null, "分别办理"),
  COUNTERSIGNED("多实例任务本身", "matrix-countersigned", "分别办理", "分别办理"),
  CALLED("被调用流程", "matrix-calling", null, null),
  EVENT("事件子流程", "matrix-event", null, "由事件触发");

  final String label;
  final String process;

  /** Why a return to the step before it, inside the structure, is refused; null when it is not. */
  final String noReturnInside;

  /** Why a return to the step before the structure is refused; null when it is not. */
  final String noReturnOutside;

  Structure(String label, String process, String noReturnInside, String noReturnOutside) {
    this.label = label;
    this.process = process;
    this.noReturnInside = noReturnInside;
    this.noReturnOutside = noReturnOutside;
  }
}
