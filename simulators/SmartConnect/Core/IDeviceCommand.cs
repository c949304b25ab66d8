namespace PairingLab.SmartConnect.Core;

/// <summary>Something that a payment device asks; every one of them tells that the device is there.</summary>
public interface IDeviceCommand : ISmartConnectCommand
{
    /// <summary>The internal id of the device.</summary>
    string Device { get; }

    /// <summary>What it got when it signed on.</summary>
    string Session { get; }
}
