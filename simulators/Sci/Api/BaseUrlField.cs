namespace PairingLab.Sci.Api;

/// <summary>The name of the base URL in a pairing response: the seed and the vendor's live clients do not agree.</summary>
public enum BaseUrlField
{
    /// <summary>Both fields.</summary>
    Both,

    /// <summary>Only <c>spi_cloud_api_base_url</c>, as in the seed.</summary>
    Spi,

    /// <summary>Only <c>sci_api_base_url</c>, as in the vendor's FAQ.</summary>
    Sci,
}
