using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Panels;

/// <summary>One of the lab's pairing systems, as a site runs it.</summary>
public interface IPairingSystem : IAsyncDisposable
{
    /// <summary>Its name in the directory, "commander".</summary>
    string Name { get; }

    /// <summary>The kinds of device it makes.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>Makes a device, without power. Null, with what would be right, when the spec is wrong.</summary>
    (IDevice? Device, string? WhyNot) Make(DeviceSpec spec);

    /// <summary>Plugs a device's cable into another device. What is wrong with it, null when nothing is.</summary>
    string? Connect(string device, string to);

    /// <summary>What the directory says of it now.</summary>
    IEnumerable<SystemCard> Directory { get; }
}
