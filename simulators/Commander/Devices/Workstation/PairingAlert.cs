namespace PairingLab.Commander.Devices.Workstation;

/// <summary>The alert that stands at login to Sales and between transactions.</summary>
public enum PairingAlert
{
    /// <summary>None.</summary>
    None,

    /// <summary>"Sec. Alert - Pairing Invalid": another Commander, expired or revoked.</summary>
    Invalid,

    /// <summary>"Sec. Alert - Pairing Required": after an Auto Upgrade.</summary>
    Required,
}
