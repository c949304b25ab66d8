using Microsoft.AspNetCore.Http;
using PairingLab.TerminalTrust.Core;

namespace PairingLab.TerminalTrust.Api;

/// <summary>Who calls: the certificate of the TLS session, and nothing that the caller says.</summary>
internal static class Caller
{
    /// <summary>The fingerprint of the caller's certificate.</summary>
    public static string FingerprintOf(HttpContext http) => Fingerprint.Of(http.Connection.ClientCertificate!.RawDataMemory.Span);
}
