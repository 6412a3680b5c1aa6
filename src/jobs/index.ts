export { type Progress, type TaskHandler, TaskProblem } from "./task.ts";
export { type Task, type TaskRequest, enqueue, newestTaskWith, newestTasks, retryTask, taskOf } from "./task.store.ts";
export { type FaultListener, prepareQueue, startWorker } from "./worker.ts";
