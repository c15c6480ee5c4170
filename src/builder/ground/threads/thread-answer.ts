import { BuildError } from '../build-error.ts'

/** A result, or a `BuildError` as data: on its way out of a thread an error loses its class and its hint. */
export type ThreadAnswer<Result> =
  | { result: Result }
  | { failed: { message: string; hint: string } }

/** The function with which threads do some work: as `openThreadPool` wants to be answered. */
export function answering<Task, Result>(
  work: (task: Task) => Result | Promise<Result>,
): (task: Task) => Promise<ThreadAnswer<Result>> {
  return async (task) => {
    try {
      return { result: await work(task) }
    } catch (error) {
      if (!(error instanceof BuildError)) throw error
      return { failed: { message: error.message, hint: error.hint } }
    }
  }
}

/** @throws BuildError when the work has thrown one. */
export function toResult<Result>(answer: ThreadAnswer<Result>): Result {
  if ('result' in answer) return answer.result
  throw new BuildError(answer.failed.message, answer.failed.hint)
}
