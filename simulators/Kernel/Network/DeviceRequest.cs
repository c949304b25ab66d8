namespace PairingLab.Kernel.Network;

/// <summary>A request of a device.</summary>
/// <param name="Method">GET, POST …</param>
/// <param name="Url">Where it goes.</param>
/// <param name="Body">The body, already written; null without one.</param>
/// <param name="Headers">Headers beside those of the body.</param>
/// <param name="IsLongPoll">
/// The other side may hold the answer back until there is news: then lab time passes meanwhile, and the clock does not wait for it.
/// </param>
/// <param name="Type">The body's media type.</param>
public sealed record DeviceRequest(
    HttpMethod Method,
    string Url,
    string? Body,
    IReadOnlyList<KeyValuePair<string, string>> Headers,
    bool IsLongPoll = false,
    string Type = "application/json");
