namespace PairingLab.Kernel.Panels;

/// <summary>A third party that a system asks over HTTP, and how a hosted lab plays it as long as no real one is named.</summary>
/// <param name="Id">Its name in addresses: "mrs".</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Setting">The setting of the system that names its address; empty when nobody has named one.</param>
/// <param name="Base">What is appended to the stand-in's address in that setting: "/asi".</param>
/// <param name="Prefix">How the paths begin that it answers: "/asi/".</param>
/// <param name="Behaviours">How it can answer, the usual way first; that it is slow, or fails, is added for all of them.</param>
public sealed record ThirdParty(
    string Id, string Name, string Setting, string Base, string Prefix, IReadOnlyList<PlayedBehaviour> Behaviours);

/// <summary>A way in which a played third party answers.</summary>
/// <param name="Name">What it is called: "approves (00)".</param>
/// <param name="Answer">The answer to a request.</param>
public sealed record PlayedBehaviour(string Name, Func<PlayedRequest, PlayedAnswer> Answer);

/// <summary>What a played third party is asked.</summary>
/// <param name="Path">The path, with its query.</param>
/// <param name="Body">The body; empty without one.</param>
public sealed record PlayedRequest(string Path, string Body);

/// <summary>What it answers: a status, and JSON.</summary>
public sealed record PlayedAnswer(int Status, string Body);
