using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;

namespace PairingLab.Kernel.Network;

/// <summary>What came back to a device: an HTTP status and body, or status 0 when no answer came.</summary>
/// <param name="Status">HTTP status, 0 for none.</param>
/// <param name="Body">The body; of no answer, what went wrong.</param>
/// <param name="TlsRefused">No answer because one side did not trust the other.</param>
/// <param name="Why">Why there is no answer.</param>
public sealed record DeviceReply(int Status, string Body, bool TlsRefused = false, FailureReason Why = FailureReason.None)
{
    /// <summary>The tag of what came (ETag); null when it has none.</summary>
    public string? ETag { get; init; }

    /// <summary>Whether it is a success.</summary>
    public bool Ok => Status is >= 200 and < 300;

    /// <summary>Whether anybody answered.</summary>
    public bool Answered => Status != 0;

    /// <summary>The lab's error in the body, null when there is none.</summary>
    public LabError? Error
    {
        get
        {
            try
            {
                return Ok ? null : JsonSerializer.Deserialize<LabErrorBody>(Body, LabJson.Options)?.Error;
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>The body as an object.</summary>
    /// <exception cref="JsonException">The body is something else.</exception>
    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, LabJson.Options) ?? throw new JsonException("the body is null");

    internal static DeviceReply None(Exception e) =>
        new(
            0,
            e.GetBaseException().Message,
            e.GetBaseException() is AuthenticationException || e.InnerException is AuthenticationException,
            WhyOf(e));

    private static FailureReason WhyOf(Exception e) => e switch
    {
        OperationCanceledException => FailureReason.CalledBack,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => FailureReason.Tls,
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => FailureReason.Tunnel,
        _ when e.GetBaseException() is AuthenticationException => FailureReason.Tls,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => FailureReason.NobodyThere,
        _ when e.GetBaseException() is SocketException
        {
            SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound
                or SocketError.HostUnreachable or SocketError.NetworkUnreachable,
        } => FailureReason.NobodyThere,
        _ => FailureReason.Broken,
    };
}
