import { extensions, type Uri } from "vscode";
import { setting } from "../editor/settings.js";

/** What is used of the interface that VS Code's git extension offers. */
interface GitExtension {
  readonly enabled: boolean;
  getAPI(version: 1): GitApi;
}
interface GitApi {
  readonly repositories: readonly GitRepository[];
  getRepository(uri: Uri): GitRepository | null;
}
interface GitRepository {
  getConfig(key: string): Promise<string>;
  getGlobalConfig(key: string): Promise<string>;
}

const ANYBODY = "reviewer";

/** The name under which decisions on a document are made: the git user's where git knows one, else the setting's, else "reviewer". */
export async function reviewerOf(document: Uri): Promise<string> {
  const name = (await gitUser(document)) || setting("reviewer").trim();
  return name || ANYBODY;
}

async function gitUser(document: Uri): Promise<string> {
  const extension = extensions.getExtension<GitExtension>("vscode.git");
  if (!extension?.isActive || !extension.exports.enabled) return "";
  const git = extension.exports.getAPI(1);
  const repository = git.getRepository(document);
  if (repository) return (await repository.getConfig("user.name")).trim();
  const [other] = git.repositories;
  return other ? (await other.getGlobalConfig("user.name")).trim() : "";
}
