"""The rule engine: patterns over tokens. Knows no German."""
