using System.Net;

namespace PairingLab.Drivers.Wire;

/// <summary>The lab answered a request with an error, or not at all; the message names the request and the lab's own words.</summary>
/// <param name="request">The request: method and address.</param>
/// <param name="reason">The lab's own words.</param>
/// <param name="status">The answer's status, or null when there was no answer.</param>
/// <param name="inner">What led to it.</param>
public sealed class LabRequestException(string request, string reason, HttpStatusCode? status, Exception? inner = null)
    : Exception($"{request}: {(status is null ? "" : $"{(int)status}: ")}{reason}", inner)
{
    /// <summary>The lab's own words.</summary>
    public string Reason { get; } = reason;

    /// <summary>The answer's status, or null when there was no answer.</summary>
    public HttpStatusCode? Status { get; } = status;
}
