using PairingLab.Kernel.Screens;
using PairingLab.Kernel.Web;

namespace PairingLab.Kernel.Panels;

/// <summary>One of the lab's pairing systems, as a site runs it.</summary>
public interface IPairingSystem : IAsyncDisposable
{
    /// <summary>Its name in the directory, "commander".</summary>
    string Name { get; }

    /// <summary>The kinds of device it makes, each with its models, the usual one first.</summary>
    IReadOnlyDictionary<string, IReadOnlyList<string>> Models { get; }

    /// <summary>What the directory says of it now.</summary>
    IEnumerable<SystemCard> Directory { get; }

    /// <summary>Switches on what is no device: servers that are there as long as the site is.</summary>
    Task StartAsync(CancellationToken cancel);

    /// <summary>Makes a device, without power. Null, with what would be right, when the spec is wrong.</summary>
    (IDevice? Device, string? WhyNot) Make(DeviceSpec spec);

    /// <summary>Plugs a device's cable into another device. What is wrong with it, null when nothing is.</summary>
    string? Connect(string device, string to);

    /// <summary>The devices that this one's cable can be plugged into, and the one it is plugged into now; none when it has no choice.</summary>
    (IReadOnlyList<string> Ids, string? Now) Plugs(string device);

    /// <summary>The way through its pairing with the devices that are there; null when one that it takes is missing.</summary>
    PairingGuide? Guide(IReadOnlyList<IDevice> devices);
}
