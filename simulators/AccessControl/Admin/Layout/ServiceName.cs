using PairingLab.AccessControl.Engine;

namespace PairingLab.AccessControl.Admin.Layout;

/// <summary>Services as people call them: Fast Line and Lounge.</summary>
public static class ServiceName
{
    /// <summary>The choices: stored value and displayed name.</summary>
    public static IReadOnlyList<(string Value, string Text)> Choices { get; } = [.. Enum.GetNames<Service>().Select(n => (n, Of(n)))];

    /// <summary>"Fast Line" of FastLine.</summary>
    public static string Of(string service) => service == nameof(Service.FastLine) ? "Fast Line" : service;
}
