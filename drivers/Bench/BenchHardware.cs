namespace PairingLab.Drivers.Bench;

/// <summary>A user of a real device's page, as the bench file has it.</summary>
public sealed record BenchCredential(string User, string Password);

/// <summary>How a real device's power is switched; each is a command or an HTTP request.</summary>
/// <param name="On">Switches it on.</param>
/// <param name="Off">Switches it off.</param>
/// <param name="Cycle">Switches it off and on again.</param>
public sealed record BenchPower(BenchAction? On, BenchAction? Off, BenchAction? Cycle);

/// <summary>
/// What the lab does at a bench's equipment: a command of this machine's shell, or an HTTP request as "POST http://…".
/// </summary>
public sealed record BenchAction(string Text)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE", "PATCH"];

    /// <summary>The request's method and address; null for a command.</summary>
    public (string Method, Uri Address)? Request =>
        Text.Split(' ', 2) is [var method, var rest] && Methods.Contains(method) && Uri.TryCreate(rest, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            ? (method, address)
            : null;
}

/// <summary>A TCP connection of a real device in which the lab stands, so that it can be faulted.</summary>
/// <param name="Device">The device whose network it is.</param>
/// <param name="Listen">Where the device connects to: host:port.</param>
/// <param name="To">What it is meant for: host:port.</param>
public sealed record BenchProxy(string Device, string Listen, string To);
