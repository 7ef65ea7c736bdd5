"""Articles drawn at random: what no corpus shows, but PubMed can print."""
