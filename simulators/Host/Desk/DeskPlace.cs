using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PairingLab.Host.Desk;

/// <summary>Where the operator desk listens, and whom it lets in.</summary>
/// <param name="At">The address; port 0 lets the system choose.</param>
/// <param name="Token">What others than this machine must send; null when no others can reach it.</param>
public sealed record DeskPlace(IPEndPoint At, string? Token)
{
    private const string Cookie = "desk-token";

    /// <summary>Any port of this machine, for this machine only.</summary>
    public static DeskPlace AnyPort { get; } = new(new(IPAddress.Loopback, 0), null);

    /// <summary>Whether others can reach it.</summary>
    public bool IsOpen => !IPAddress.IsLoopback(At.Address);

    /// <summary>This machine, as it calls itself.</summary>
    internal string Near => IsAny ? "127.0.0.1" : Written(At.Address);

    /// <summary>This machine, as others call it.</summary>
    internal string Far => IsAny ? Written(FirstOfThisMachine() ?? IPAddress.Loopback) : Written(At.Address);

    private bool IsAny => At.Address.Equals(IPAddress.Any) || At.Address.Equals(IPAddress.IPv6Any);

    /// <summary>Lets this machine in, and everybody who has the token: in the address the first time, in a cookie from then on.</summary>
    internal Task GuardAsync(HttpContext http, RequestDelegate next)
    {
        var given = http.Request.Query["token"].FirstOrDefault();
        if (Token is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress ?? IPAddress.None)
            || Fits(http.Request.Cookies[Cookie]) || Fits(given))
        {
            if (Token is not null && Fits(given))
            {
                http.Response.Cookies.Append(Cookie, Token, new() { HttpOnly = true, SameSite = SameSiteMode.Strict });
            }

            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return http.Response.WriteAsync("This desk needs its token: open the address that the console of the run shows.");
    }

    private bool Fits(string? given) => given is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(Token!));

    private static string Written(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();

    private static IPAddress? FirstOfThisMachine() => NetworkInterface.GetAllNetworkInterfaces()
        .Where(n => n.OperationalStatus == OperationalStatus.Up && n.NetworkInterfaceType != NetworkInterfaceType.Loopback)
        .SelectMany(n => n.GetIPProperties().UnicastAddresses)
        .Select(a => a.Address)
        .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork);
}
