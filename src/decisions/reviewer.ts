import { type Event, extensions, type Uri, workspace } from "vscode";
import { setting } from "../editor/settings.js";

/** What is used of the interface that VS Code's git extension offers. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}
interface GitApi {
  readonly state: "uninitialized" | "initialized";
  readonly onDidChangeState: Event<GitApi["state"]>;
  readonly repositories: readonly GitRepository[];
  getRepository(uri: Uri): GitRepository | null;
}
interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

/** How long git is waited for, in milliseconds. */
const PATIENCE = 2000;

const ANYBODY = "reviewer";

/** The name under which decisions on a document are made: the git user's where git knows one, else the setting's, else "reviewer". */
export async function reviewerOf(document: Uri): Promise<string> {
  const name = (await gitUser(document)) || setting("reviewer").trim();
  return name || ANYBODY;
}

async function gitUser(document: Uri): Promise<string> {
  const extension = extensions.getExtension<GitExtension>("vscode.git");
  if (!extension || !workspace.getConfiguration("git", document).get("enabled")) return "";
  const exported = await extension.activate();
  if (!exported.enabled) return "";
  const git = exported.getAPI(1);
  await ready(git);
  const repository = git.getRepository(document);
  if (repository) return (await repository.getConfig("user.name")).trim();
  const [other] = git.repositories;
  return other ? (await other.getGlobalConfig("user.name")).trim() : "";
}

/** Just after VS Code started, git may not know the folder's repository yet. */
async function ready(git: GitApi): Promise<void> {
  if (git.state === "initialized") return;
  await new Promise<void>((resolve) => {
    const listening = git.onDidChangeState(done);
    const timer = setTimeout(done, PATIENCE);
    function done(): void {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    }
  });
}
