namespace PairingLab.Kernel.Web;

/// <summary>One request of a device and its answer, as it went over the wire; secrets already taken out.</summary>
/// <param name="Number">Counts up from 1 within a site.</param>
/// <param name="At">Lab time of the request.</param>
/// <param name="From">The device's id.</param>
/// <param name="Method">HTTP method, or LINK for a message on a trusted link.</param>
/// <param name="Url">Where it went.</param>
/// <param name="RequestBody">What was sent, null when nothing.</param>
/// <param name="Status">HTTP status; 0 when no answer came.</param>
/// <param name="ResponseBody">What came back.</param>
/// <param name="Milliseconds">Real time it took.</param>
public sealed record Exchange(
    long Number,
    DateTimeOffset At,
    string From,
    string Method,
    string Url,
    string? RequestBody,
    int Status,
    string? ResponseBody,
    double Milliseconds);
