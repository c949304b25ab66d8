using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>Services as the seed writes them: "We currently support Fast Line and Lounge".</summary>
public static class ServiceName
{
    /// <summary>Choices: how MACS keeps a service, and how people call it.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices { get; } = [.. Enum.GetNames<Service>().Select(n => (n, Of(n)))];

    /// <summary>"Fast Line" of FastLine.</summary>
    public static string Of(string service) => service == nameof(Service.FastLine) ? "Fast Line" : service;
}
